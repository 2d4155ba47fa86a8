/** Figures in Spanish: cases from the rules of the language. */
import { describe, expect, it } from 'vitest'
import { figureLines } from './figure-lines.ts'

const CASES: [string, ...string[]][] = [
  ['Fueron más de 1.200 millones de euros.', '1.200 millones de euros | 1200000000 | EUR | gt'],
  ['El fondo tiene tres mil millones de dólares.', 'tres mil millones de dólares | 3000000000 | USD'],
  ['La deuda es de 1,5 billones de euros.', '1,5 billones de euros | 1500000000000 | EUR'],
  ['El déficit fue de 12.500 M€.', '12.500 M€ | 12500000000 | EUR'],
  ['Son dos mil quinientos millones de euros.', 'dos mil quinientos millones de euros | 2500000000 | EUR'],
  ['Trescientos mil votos y ochenta y cinco urnas.', 'Trescientos mil | 300000', 'ochenta y cinco | 85'],
  ['Cuesta un millón y medio de euros.', 'un millón y medio de euros | 1500000 | EUR'],
  ['El premio es de medio millón.', 'medio millón | 500000'],
  ['Tardaron dos años y medio.', 'dos años y medio | 2.5 | years'],
  ['Vendió 1 millón 200 mil unidades.', '1 millón 200 mil | 1200000'],
  ['Una treintena de personas esperaba.', 'Una treintena de personas | 30 | people | approx'],
  ['Un centenar de camiones bloqueó el puerto.', 'Un centenar | 100 | - | approx'],
  ['Miles de personas huyeron.'],
  [
    'Dos tercios de las casas y tres cuartas partes de los campos ardieron.',
    'Dos tercios | 0.66666666666666666667',
    'tres cuartas partes | 0.75',
  ],
  ['Más de la mitad votó.', 'mitad | 0.5 | - | gt'],
  ['La inversión se triplicó y costó el doble que antes.', 'triplicó | 3 | times', 'doble | 2 | times'],
  ['Cuesta tres veces más.', 'tres veces | 3 | times'],
  ['La tercera huelga empieza.', 'tercera | 3 | ordinal'],
  ['En el tercer trimestre creció.'],
  ['El paro bajó 0,3 puntos porcentuales.', '0,3 puntos porcentuales | 0.3 | percentage_point'],
  [
    'Hasta el 80 % de la cosecha y menos del 5 % del ganado.',
    '80 % | 80 | percent | lte',
    '5 % | 5 | percent | lt',
  ],
  ['La inflación superó el 10 por ciento.', '10 por ciento | 10 | percent | gt'],
  ['Hubo 8 grados bajo cero.', '8 grados bajo cero | -8 | degrees'],
  ['Unas 2.500 personas al día cruzan.', '2.500 personas | 2500 | people | approx | per_day'],
  ['La planta produce 1.200 coches al día.', '1.200 | 1200 | - | exact | per_day'],
  ['Exportó $1,250 millones y creció 3.5%.', '$1,250 millones | 1250000000 | USD', '3.5% | 3.5 | percent'],
  ['El 14 de mayo de 2025 a las 20.30 horas rige el artículo 155.'],
  ['Llame al 91 123 45 67 o venga a la calle Mayor, 12, 28013 Madrid.'],
]

describe('figures in Spanish', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(figureLines(text, 'es')).toEqual(expected)
  })
})
