/** Figures in Korean: cases from the rules of the language. */
import { describe, expect, it } from 'vitest'
import { figureLines } from './figure-lines.ts'

const CASES: [string, ...string[]][] = [
  ['매출은 약 1조 2,000억 원이다.', '1조 2,000억 원 | 1200000000000 | KRW | approx'],
  ['예산은 3억5000만원이다.', '3억5000만원 | 350000000 | KRW'],
  ['하루 평균 3만5천 명을 넘었다.', '3만5천 명 | 35000 | people | gt | per_day'],
  ['벌금은 1500만 유로다.', '1500만 유로 | 15000000 | EUR'],
  ['삼백이십 명과 이만 오천 명이 왔다.', '삼백이십 명 | 320 | people', '이만 오천 명 | 25000 | people'],
  ['서른다섯 명이 다치고 스무 명이 살았다.', '서른다섯 명 | 35 | people', '스무 명 | 20 | people'],
  ['한두 명만 남았다.', '한두 명 | 1-2 | people | range'],
  ['생산이 두 배로, 값이 3배로 뛰었다.', '두 배 | 2 | times', '3배 | 3 | times'],
  ['찬성이 3분의 2, 반대가 삼분의 일이다.', '3분의 2 | 0.66666666666666666667'],
  ['절반 이상이 찬성했다.', '절반 | 0.5 | - | gte'],
  ['지지율이 2%p 이상 올랐다.', '2%p | 2 | percentage_point | gte'],
  ['지지율은 2.5%포인트 내린 31%였다.', '2.5%포인트 | 2.5 | percentage_point', '31% | 31 | percent'],
  ['300여 명이 모였다.', '300여 명 | 300 | people | gt'],
  ['최대 80%까지, 최소 12명이 받는다.', '80% | 80 | percent | lte', '12명 | 12 | people | gte'],
  ['실업률은 3% 미만이다.', '3% | 3 | percent | lt'],
  ['1000개 넘는 기업이 왔다.', '1000 | 1000 | - | gt'],
  ['1억원 가까운 피해가 났다.', '1억원 | 100000000 | KRW | approx'],
  ['시속 180㎞로 달렸다.', '180㎞ | 180 | kilometres | exact | per_hour'],
  ['월 9900원을 낸다.', '9900원 | 9900 | KRW | exact | per_month'],
  ['1인당 50㎏을 먹는다.', '50㎏ | 50 | kilograms | exact | per_person'],
  ['10∼15% 오른다.', '10∼15% | 10-15 | percent | range'],
  ['공사는 2년 반, 휴업은 2주 동안이다.', '2년 반 | 2.5 | years', '2주 | 2 | weeks'],
  ['영하 12도까지 떨어졌다.', '영하 12도 | -12 | degrees'],
  ['세 번째 파업, 제3차 회의, 5위다.', '세 번째 | 3 | ordinal', '제3 | 3 | ordinal', '5위 | 5 | ordinal'],
  ['수천 명이 대피했다.'],
  ['2025년 5월 14일 오후 7시 30분, 3분기 실적이 나왔다.'],
  ['헌법 제9조를 논의했고 한국이 3대 1로 이겼다.'],
  ['전화는 02-1234-5678, 주소는 세종대로 110이다.'],
  ['3월 말 기준 2100만명이 쓴다.', '2100만명 | 21000000 | people | exact | - | 3월 말'],
]

describe('figures in Korean', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(figureLines(text, 'ko')).toEqual(expected)
  })
})
