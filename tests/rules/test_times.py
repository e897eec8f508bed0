"""Amounts of time, ages and anniversaries against the dates beside them: what does not come out, and what does."""

from __future__ import annotations

import pytest

import verifier

WRONG = [
    "The bridge will shut for nine hours, from 9pm on Friday to 5am on Saturday.",
    "The bridge is shut from 9 p.m. on Friday to 5 a.m. on Saturday, nine hours.",
    "Lena Voss, who was born on 14 August 1931, died on 2 May 2019, aged 88.",
    "Lena Voss was born on May 1, 1931, and died on May 2, 2019, at the age of 87.",
    "The actor Jon Hale, who was born on 3 April 1950, turned 70 in April 2021.",
    "The board began at 8 p.m. on Tuesday and ended at 7:15 p.m. that night.",
    "The storm hit on March 3. Two days later, on March 6, the river burst its banks.",
    "The storm hit on Monday. Two days later, on Thursday, the river burst.",
    "Strike\n\nMARBURY, 5 May 2024 - The strike began three weeks ago, on 7 April, the union said.",
    "Strike\n\nMARBURY, 5 May 2024 - The strike began on 7 April, two weeks ago, the union said.",
    "The club was founded in March 1990. Ten years later, in 2003, it won the cup.",
    "She was arrested on 4 January 2020. Six months later, on 2 October 2020, she was freed.",
    "She was arrested on 4 January 2020 and freed on 2 October, two weeks later.",
    "He left on December 30. Five days later, on January 2, he came back.",
    "The vote was on May 2. Three days earlier, on April 30, the party had split.",
    "The bridge opened on 3 May 1998 and closed on 3 May 2021, after 33 years of service, the county said.",
    "The mill, which opened in 1958, will close in June 2021 after 61 years, its owner said.",
    "The theatre, which opened in 1920, will mark its 75th anniversary in 2020, its director said.",
    "The library opened on Sept. 3, 1962, and celebrated its 50th anniversary in the fall of 2022.",
    "Bridge\n\nLEEDS, 4 May 2024 - The bridge was built in 1974 and is 48 years old, an engineer said.",
    "She ran the clinic for 33 years, from 1998 to 2021.",
    "The festival lasted nine days, from June 3 to June 9.",
    "The board sat from 6 p.m. to 10 p.m. on Tuesday, a session of three hours.",
    "The war began in 1914 and ended in 1918, after six years of fighting.",
    "The club, founded in 1905, will celebrate its centenary in 2015.",
    "She served as mayor for two decades, from 1990 to 2000.",
    "Greta Holm, who played in Torsby for years, died on May 3, 2011, aged 84.\n\nShe took a degree in 1934.",
    "Greta Holm died on May 3, 2011, at the age of 84. She played the organ. She left the college in 1931.",
    "Farewell\n\nHULL, 6 May 2024 - The actor Jon Hale, who died on Tuesday aged 74, was born in Hull in 1961.",
    "Lena Voss, the painter, died on 4 March 2024 in Marbury. She was 81.\n\nShe was born on 2 June 1935 in Lodz.",
    "Startup\n\nBOSTON, May 5, 2025 - Priya Raman, 51, runs the firm.\n\nRaman was born in 1984 in Chennai.",
    "BOSTON, May 5, 2024 - The 81-year-old singer, born in 1952, sang.",
    "A vigil of three hours, from 5 to 7 p.m., will be held on Monday.",
    "A three-hour vigil will be held on Monday from 5 p.m. to 7 p.m. at the hall.",
    "The bridge is shut from 10 p.m. to midnight, three hours.",
    "Dale Hutchins, who was sheriff of Hov for 26 years, from 1996 to 2012, died on Monday.",
    "She ran the clinic from 1996 to 2012, a total of 26 years.",
    "The strike of 40 days (March 3 to March 20) is over.",
    "LODZ, May 5, 2015 - Lena Voss, the painter, died on Sunday. She was 84.\n\nVoss was born in Lodz in 1938.",
    "Hull\n\nMay 5, 2015\n\nJon Hale died on Sunday at 60. He was ill.\n\nBorn in Hull in 1944, Hale sailed.",
    "Lena Voss is back.\n\nVoss was born in Lodz in 1924. She fled in 1939, when she was 24, to Basel.",
    "Lena Voss is back.\n\nBorn in Lodz in 1924, Voss fled in 1939, at the age of 24.",
    "NORBY, June 4, 2019 - Ida Holt, town clerk since 1988, retires this week after 21 years in the post.",
    "The Rex reopened in 2018, four years after it closed in 2012.",
    "Four years after it closed in 2012, the Rex reopened in 2018.",
    "Hull\n\nMay 5, 2015\n\nOtto Weiss, who was born in 1954 and turned 50 last year, paints.",
    "Hull\n\nMay 5, 2015\n\nBack in 2010, only two years ago, the mill was full.",
    "It began on Monday, September 4, 2023, and ended 12 days later, on September 29.",
    "Born in Hov in 1963, she came to Britain in 1968, when she was eight.",
    "The hearing began in the old town hall at 7 p.m. and ended at 6:30 p.m. the same day.",
    "She fell on Tuesday, March 3, and died nine days later, on March 14.",
    "The balloon took off at 9.40am on Saturday and landed at 9.05am the same day, its pilot said.",
    "The bus left the depot at 11:30 a.m., arriving at the stadium at 10:50 a.m. the same day.",
    "The game began at 3 p.m. and was called off at 4:10 p.m., half an hour later, as fog came up.",
    "The first boat came at 4.58am. All were ashore by 6.15am, less than an hour later.",
]

RIGHT = [
    "The bridge will shut for 56 hours, from 9 p.m. on Friday to 5 a.m. on Monday.",
    "The bridge will shut for eight hours, from 9 p.m. to 5 a.m. on Saturday.",
    "The bar is open for five hours a night, from 6 p.m. on Friday to 11 p.m. on Sunday.",
    "Lena Voss, who was born on 14 August 1931, died on 2 May 2019, aged 87.",
    "Lena Voss, who was born in August 1931, died on 2 May 2019, aged 88.",
    "The actor Jon Hale, who was born on 3 April 1950, turned 71 in April 2021.",
    "The actor Jon Hale, who was born in 1950, turned 70 degrees to the right in 2019.",
    "The board sat late: it began at 11 p.m. on Tuesday and ended at 1 a.m. that night.",
    "The wedding began at 11 a.m. and ended at 1 a.m. that night.",
    "The jet took off from Lodz at 9.40am and landed in Hull at 9.05am the same day.",
    "The jet took off at 11am local time and landed at 6am the same day.",
    "Her train left at 9.40 a.m. and the guests arrived at 9.05 a.m. the same day.",
    "Greta Holm, who played in Torsby for years, died on May 3, 2011, aged 84.\n\nShe took a degree in 1948.",
    "Greta Holm died on May 3, 2011, aged 84. Her sister took a degree in 1934, and her brother was born in 1940.",
    "The storm hit on March 3. Three days later, on March 6, the river burst its banks.",
    "The storm hit on Monday. Two days later, on Wednesday, the river burst.",
    "Strike\n\nMARBURY, 5 May 2024 - The strike began on 7 April, four weeks ago, the union said.",
    "The club was founded in March 1990. Some ten years later, in 2001, it won the cup.",
    "She was arrested on 4 January 2020. Six months later, on 2 July 2020, she was freed.",
    "He left on December 30. Three days later, on January 2, he came back.",
    "The vote was on May 2. Three days earlier, on April 29, the party had split.",
    "The mill burned in 1911. It was rebuilt in 1913 and sold in 1920. Nine years later, in 1922, it burned again.",
    "The bridge opened on 3 May 1998 and closed on 3 May 2021, after 23 years of service, the county said.",
    "The firm moved to Leeds in 1998 and closed in 2021 after 50 years in business.",
    "He joined in 1998 and left in 2021 after 13 years as chief.",
    "The theatre, founded in 1920, marked its 100th anniversary in 2020.",
    "Bridge\n\nLEEDS, 4 May 2024 - The bridge was built in 1974 and is 50 years old, an engineer said.",
    "She ran the clinic for 23 years, from 1998 to 2021.",
    "The festival lasted seven days, from June 3 to June 9.",
    "The board sat from 6 p.m. to 10 p.m. on Tuesday, a session of four hours.",
    "The board sat from 6 p.m. to 10 p.m. on Tuesday, a session of more than three hours.",
    "The town will mark the tenth anniversary of the fire in 2031; the mill was built in 1901.",
    "The club was founded in 1950 and in 2010 it marked the 20th anniversary of its cup win.",
    "The war began in 1914 and ended in 1918, after four years of fighting.",
    "The war began in 1939 and ended in 1945 after six years.",
    "The club, founded in 1905, celebrated its centenary in 2005.",
    "She served as mayor for two decades, from 1982 to 2000.",
    "Farewell\n\nHULL, 6 May 2024 - The actor Jon Hale, who died on Tuesday aged 62, was born in Hull in 1961.",
    "Lena Voss, the painter, died on 4 March 2024 in Marbury. She was 88.\n\nShe was born on 2 June 1935 in Lodz.",
    "Startup\n\nBOSTON, May 5, 2025 - Priya Raman, 41, runs the firm. She was born in 1984 in Chennai.",
    "BOSTON, May 5, 2024 - The 71-year-old singer, born in 1952, sang.",
    "A vigil of four hours, from 10 to 2 p.m., will be held on Monday.",
    "She lived there from 1996 to 2012, for three years as a guest.",
    "From 2001 to 2012, ten years after the war, prices rose.",
    "The school will be shut for two days between June 1 and June 14.",
    "A two-hour tour of the mill starts every day from 9 a.m. to 5 p.m.",
    "After a five-hour drive the van was open from 5 p.m. to 7 p.m.",
    "The bar is open from 5 p.m. to 7 p.m., three hours less than before.",
    "LODZ, May 5, 2015 - Lena Voss, the painter, died on Sunday. She was 77.\n\nVoss was born in Lodz in 1938.",
    "LODZ, January 5, 2015 - Lena Voss died on Friday. She was 75.\n\nVoss was born in Lodz in 1938.",
    "Hull\n\nMay 5, 2015\n\nJon Hale died on Sunday at 60. He was ill.\n\nBorn in Hull in 1944, his son Max sailed.",
    "Lena Voss is back.\n\nVoss was born in Lodz in 1924. She fled in 1939, when she was 14, to Basel.",
    "Lena Voss is back.\n\nVoss was born in Lodz in 1924. Her son died in 1961, at 6. Her teacher fled in 1939, at 54.",
    "BASEL, 5 May 2019 - Born in Lodz on 30 May 1924, Lena Voss fled in 1939, when she was 14, and sang.",
    "NORBY, June 4, 2019 - Ida Holt, town clerk since 1988, retires this week after 31 years in the post.",
    "NORBY, June 4, 2019 - Ida Holt, in Norby since 1988, retires this week after 21 years as head.",
    "The Rex reopened in 2018, six years after it closed in 2012.",
    "He died in 2018, ten years after leaving the party he had joined in 1990.",
    "Hull\n\nMay 5, 2015\n\nOtto Weiss, who was born in 1954 and turned 60 last year, paints.",
    "Hull\n\nMay 5, 2015\n\nBack in 2012, only three years ago, the mill was full.",
    "It began on Monday, September 4, 2023, and ended 12 days later, on Saturday, September 16.",
    "Born in 1963 to a miner who died in 1968, when he was 40, Lee left at ten.",
    "Born in 1963, he married Joan in 1990, when she was 20.",
    "The game began at 3 p.m. and was called off at 3:40 p.m., half an hour later, as fog came up.",
    "The first boat came at 4.58am. All were ashore by 5.45am, less than an hour later.",
    "Talks ended at 3 p.m. They met again at nine and left at 10 p.m., an hour later.",
]


def _told(text: str) -> list[str]:
    return [finding.message for finding in verifier.check(text).findings if finding.code == "D004"]


@pytest.mark.parametrize("text", WRONG)
def test_what_does_not_come_out_is_told_once(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_comes_out_is_left_alone(text: str) -> None:
    assert _told(text) == []


def test_both_sides_of_the_sum_are_marked() -> None:
    (finding,) = verifier.check("The storm struck on March 3. Two days later, on March 6, the river rose.").findings
    assert [finding.spans[0].text, *(one.span.text for one in finding.related)] == [
        "Two days later",
        "March 6",
        "March 3",
    ]
