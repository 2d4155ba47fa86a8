/** Figures in Indian English: lakh and crore, rupees, digits grouped by two. */
import { describe, expect, it } from 'vitest'
import { figureLines } from './figure-lines.ts'

const CASES: [string, ...string[]][] = [
  ['The Centre has set aside Rs 1.5 lakh crore for the scheme.', 'Rs 1.5 lakh crore | 1500000000000 | INR'],
  ['The company posted a net profit of ₹1,250 crore.', '₹1,250 crore | 12500000000 | INR'],
  ['The fine is ₹1,25,000 per offence.', '₹1,25,000 | 125000 | INR'],
  ['He was paid Rs 45,000 a month.', 'Rs 45,000 | 45000 | INR | exact | per_month'],
  ['More than 12 lakh candidates took the exam.', '12 lakh | 1200000 | - | gt'],
  ['The state has 3.2 crore voters.', '3.2 crore | 32000000'],
  ['The film collected Rs 500 crore worldwide.', 'Rs 500 crore | 5000000000 | INR'],
  ['A Rs 3,000-crore project was cleared.', 'Rs 3,000-crore | 30000000000 | INR'],
  ['About 2.5 lakh people were evacuated.', '2.5 lakh people | 250000 | people | approx'],
  ['The bank wrote off ₹14,56,226 crore of loans.', '₹14,56,226 crore | 14562260000000 | INR'],
  ['The turnover crossed Rs. 100 crore.', 'Rs. 100 crore | 1000000000 | INR | gt'],
  ['It will cost ₹40,000-50,000 crore.', '₹40,000-50,000 crore | 400000000000-500000000000 | INR | range'],
  [
    'They earn between Rs 20,000 and Rs 30,000 per month.',
    'Rs 20,000 and Rs 30,000 | 20000-30000 | INR | range | per_month',
  ],
  [
    'GST collections rose 8.5 per cent to ₹1.96 lakh crore.',
    '8.5 per cent | 8.5 | percent',
    '₹1.96 lakh crore | 1960000000000 | INR',
  ],
  ['Two lakh farmers marched to Delhi.', 'Two lakh | 200000'],
  ['The trust gave one crore rupees to the temple.', 'one crore rupees | 10000000 | INR'],
  ['Ransom of Rs 50 lakh was demanded.', 'Rs 50 lakh | 5000000 | INR'],
  ['Production doubled to 10,00,000 tonnes.', 'doubled | 2 | times', '10,00,000 tonnes | 1000000 | tonnes'],
  ['1,23,456 ballots were counted.', '1,23,456 | 123456'],
  ['The district has 14,00,000 people.', '14,00,000 people | 1400000 | people'],
  ['It has 5 lakh households.', '5 lakh households | 500000 | households'],
  ['The market cap slipped below ₹20 lakh crore.', '₹20 lakh crore | 20000000000000 | INR | lt'],
  ['Up to ₹5 lakh of income is tax free.', '₹5 lakh | 500000 | INR | lte'],
  ['Onion sells at Rs 60 per kg.', 'Rs 60 | 60 | INR | exact | per_kilogram'],
  ['Petrol costs ₹104.21 per litre.', '₹104.21 | 104.21 | INR | exact | per_litre'],
  ['Nearly 90 lakh tonnes of wheat was procured.', '90 lakh tonnes | 9000000 | tonnes | approx'],
  [
    'As of March 31, 2025, the debt was Rs 8.3 lakh crore.',
    'Rs 8.3 lakh crore | 8300000000000 | INR | exact | - | March 31, 2025',
  ],
  ['The airport handles 5 crore passengers a year.', '5 crore | 50000000 | - | exact | per_year'],
  ['INR 250 crore was raised from investors.', 'INR 250 crore | 2500000000 | INR'],
  ['The dowry was 10 lakhs.', '10 lakhs | 1000000'],
  ['Assets worth ₹2 cr were seized.', '₹2 cr | 20000000 | INR'],
  [
    'The startup raised $50 million at Rs 4,150 crore.',
    '$50 million | 50000000 | USD',
    'Rs 4,150 crore | 41500000000 | INR',
  ],
  ['The scam is worth Rs 1,76,000 crore.', 'Rs 1,76,000 crore | 1760000000000 | INR'],
  ['The minister said Article 370 will not return.'],
  ['Section 144 was imposed in Pune.'],
  ['In Q3 FY25 margins improved.'],
  ['NH-48 was blocked near Gurugram.'],
  ['The IPC Section 302 case was closed.'],
  ['Lakhs of pilgrims came to the Kumbh.'],
  ['Crores were lost in the fraud.'],
  ['Subsidy of Rs 300 per cylinder continues.', 'Rs 300 | 300 | INR'],
  ['Half a lakh seats are vacant.', 'Half a lakh | 50000'],
  ['One and a half crore families benefit.', 'One and a half crore | 15000000'],
  ['PM-KISAN gives ₹6,000 annually to farmers.', '₹6,000 | 6000 | INR | exact | per_year'],
]

describe('figures in Indian English', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(figureLines(text, 'en')).toEqual(expected)
  })
})
