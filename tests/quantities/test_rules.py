"""What must be read, and how; and what must not be read as a quantity."""

import pytest

from tests.quantities.reading import briefs, found, only

# text -> value, unit (code or name) and change of each quantity; "~ 3": comparator first; "3..5": bounds
READ = {
    # figures
    "They planted 3,200 trees.": ["3200 tree"],
    "They planted 816 000 trees.": ["816000 tree"],
    "It drew 1.2bn visits.": ["1200000000 visit"],
    "It has 40k followers.": ["40000 follower"],
    "It cost $5M.": ["5000000 USD"],
    "It cost $ 10.": ["10 USD"],
    "He owes 10 $ to her.": ["10 USD"],
    "They won 5 crore 20 lakh votes.": ["52000000 vote"],
    "It weighs 1.99×10−30 kilograms.": ["1.99e-30 kg"],
    "It was −5 degrees.": ["-5 deg"],
    "It fell to minus 12 degrees Celsius.": ["-12 Cel"],
    "A profit of 3.200,50 euros": ["3200.5 EUR"],
    "A profit of 3.200 euros and 12,5 in all": ["3200 EUR", "12.5"],
    "They ran 2 1/2 miles.": ["2.5 [mi_i]"],
    "They ran 2½ miles and 1/4 mile.": ["2.5 [mi_i]", "0.25 [mi_i]"],
    "They counted 5 millions.": ["5000000"],
    "They paid 100'000 francs.": ["100000 CHF"],
    "About 5 × 10⁵ cells and 10⁻² m": ["~ 500000 cell", "0.01 m"],
    "The index gained 3 points to 1,333.18.": ["3 point up", "1333.18 point"],
    # words
    "A flat of one hundred and forty-two square metres": ["142 m2"],
    "It has two and a half million readers.": ["2500000 reader"],
    "Half a million people and half a dozen dogs": ["500000 person", "6 dog"],
    "A quarter of a million cars": ["250000 car"],
    "It fell by two-thirds.": ["0.6666666666666666 down"],
    "A third of voters and half the members": ["0.3333333333333333 1", "0.5 1"],
    "Two out of every three people": ["0.6666666666666666 1"],
    "A magnitude 6.2 earthquake": ["6.2 magnitude"],
    "One in five patients, nine out of ten doctors": ["0.2 1", "0.9 1"],
    "A sixfold increase": ["6 1"],
    "It was 3x faster.": ["3 1"],
    "It rose four times.": ["4 1 up"],
    "Half an hour later": ["0.5 h"],
    # vague magnitudes
    "Dozens of people": [">= 24..None person"],
    "Hundreds of thousands of Afghans": [">= 200000..None Afghan"],
    "Tens of billions of euros": [">= 20000000000..None EUR"],
    "Thousands of crore": [">= 20000000000..None"],
    "Several hundred people": [">= 200..None person"],
    # ranges and lists
    "It takes 3 to 5 days.": ["3..5 d"],
    "Between 3,000 and 4,000 people": ["3000..4000 person"],
    "They need 3-5 million doses.": ["3000000..5000000 dose"],
    "It cost $10-15bn.": ["10000000000..15000000000 USD"],
    "A price between $62 and $68 per share": ["62..68 USD"],
    "It went from $200 to $4 million.": ["200 USD", "4000000 USD"],
    "Fees range from $200 to $4 million.": ["200..4000000 USD"],
    "Profit rose from $2bn to $3bn.": ["2000000000 USD", "3000000000 USD"],
    "Sales rose 60% in 2018 to 3.9 million phones.": ["60 % up", "3900000 phone"],
    "A pack of 5 and 6 kg": ["5 kg", "6 kg"],
    "They paid eight or nine euros.": ["8 EUR", "9 EUR"],
    "He leads 32%-25%, or 50 percent to 44 percent.": ["32 %", "25 %", "50 %", "44 %"],
    "Two dogs and one male, they say": ["2 dog", "1"],
    "One to two years": ["1..2 a"],
    "A 10-15 minute walk": ["10..15 min"],
    # comparators
    "More than 40 people": ["> 40 person"],
    "No fewer than 40 people": [">= 40 person"],
    "Up to about 40 people": ["<= 40 person"],
    "As many as 300 people": ["<= 300 person"],
    "Nearly half of voters": ["~ 0.5 1"],
    "An estimated 40 people": ["~ 40 person"],
    "A 200-plus crowd, 50+ people": [">= 200 crowd", ">= 50 person"],
    "40 or more people": [">= 40 person"],
    "5 years or less": ["<= 5 a"],
    "Sub-7 nanometre chips": ["< 7 nm"],
    "It pledged £4bn over 10 years.": ["4000000000 GBP", "10 a"],
    "He has led it for over 10 years.": ["> 10 a"],
    "It ran for more than 100 km (60 miles).": ["> 100 km", "> 60 [mi_i]"],
    # change
    "Revenue rose 5% to $3bn.": ["5 % up", "3000000000 USD"],
    "The index lost 190 points, or 0.6%.": ["190 point down", "0.6 % down"],
    "Shares were down 2.3%.": ["2.3 % down"],
    "They cut their forecast by 5%.": ["5 % down"],
    "Sales grew by more than 5%.": ["> 5 % up"],
    "It closed 3% higher.": ["3 % up"],
    "The rate fell to 4%.": ["4 %"],
    "A 25% cut": ["25 %"],
    "Shell was down 2%, Eni by 3%.": ["2 % down", "3 % down"],
    "They gave up 40 yards.": ["40 [yd_i]"],
    "It raised $5 million.": ["5000000 USD"],
    # units
    "275 pound-feet at 3000 rpm": ["275 pound-foot", "3000 /min"],
    "A 2.4Ghz radio": ["2.4 GHz"],
    "100,000 barrels a day": ["100000 [bbl_us]/d"],
    "$60 a barrel": ["60 USD"],
    "It fell from $82 U.S. per barrel to $51.": ["82 USD", "51 USD"],
    "Sales grew from 2 to 3 million euros.": ["2000000 EUR", "3000000 EUR"],
    "A 900 sq ft flat": ["900 [sft_i]"],
    "3 deaths per 1,000 births": ["3 death per 1,000 births"],
    "The margin fell 50 basis points, 0.5 percentage points.": ["50 basis point down", "0.5 % down"],
    "A 5-year-old boy": ["5 a"],
    "Jane Smith, 45, said": ["45 a"],
    "Women aged 18 to 34": ["18..34 a"],
    "Between the ages of 18 and 29": ["18..29 a"],
    "He will be 35 in May.": ["35 a"],
    "He turned 17.": ["17 a"],
    "She died at 92.": ["92 a"],
    "A man of age 87": ["87 a"],
    "They ran for 517 rushing yards.": ["517 [yd_i]"],
    # money
    "It costs RM23.50, 18 sen more.": ["23.5 MYR", "0.18 MYR"],
    "A$5, US$6, $US7 and HK $8": ["5 AUD", "6 USD", "7 USD", "8 HKD"],
    "Rs 500 crore": ["5000000000 INR"],
    "Shares fell 19 cents.": ["0.19 USD down"],
    "He paid 2 dollars 50 cents.": ["2.5 USD"],
    "He paid 8 pounds 50.": ["8.5 GBP"],
    "She lost 20 pounds.": ["20 [lb_av] down"],
    "A fine of 20 pounds": ["20 GBP"],
    "500 Egyptian pounds": ["500 EGP"],
    "12 billion CFA francs": ["12000000000 XAF"],
    "Canada said on Monday that Canadian farms in Ontario get $5.": ["5 CAD"],
    # one, and identifiers that only look so
    "One man died.": ["1 man"],
    "It is one of the best songs.": ["1 song"],
    "About 63000 Model 3 sedans": ["~ 63000 sedan"],
    "2000 people died.": ["2000 person"],
    "More than 2010 people came.": ["> 2010 person"],
}

UNREAD = [
    "No one came, and the big one is here.",
    "They met one another one day.",
    "He arrived in 2016.",
    "The 2019 list",
    "In the 1990s and the '90s",
    "The 2012-13 season",
    "On May 5, 2019, and from May 5-7",
    "On 2016-11-21",
    "At 5:30 p.m. and from 9 to 5 p.m.",
    "At 10.45pm, 7 a.m. and 0401 GMT",
    "It is 5 o'clock.",
    "World War II and Chapter Three",
    "Section 427 Row 21",
    "An iPhone 14 Pro, a Model 3 and a Boeing 747",
    "The G7, the G20, 5G and 4K",
    "COVID-19, F-16 and TA-35",
    "The S&P 500 fell.",
    "They won 3-1 and lost 2-3.",
    "Call 555-1234 or 202-555-0123.",
    "Version 1.2.3 runs on 192.168.1.1.",
    "The 21st century and the third round",
    "A 50-50 chance, 24/7, fifty-fifty",
    "He lives at 10 Downing Street.",
    "Jane Doe, PA 23456",
    "Between A.D. 1000 and 1260",
    "The first half, the second quarter",
    "The under-21 team",
    "A one-time move",
    "His 401(k) was half-joking about it.",
    "They zero in on it.",
    "Euro 2016 was fun, 3M said.",
    "7. Jane Doe\n8. John Smith",
    "They say 1) it is late and 2) it is dark.",
    "The group One Nation Now and the Gang of Eight",
    "A gallery at 115 Spring St. is open.",
    "It is one of being there.",
    "#5 and No. 6",
]


@pytest.mark.parametrize(("text", "wanted"), READ.items(), ids=list(READ))
def test_read(text: str, wanted: list[str]) -> None:
    assert briefs(text) == wanted


@pytest.mark.parametrize("text", UNREAD)
def test_unread(text: str) -> None:
    assert [quantity.text for quantity in found(text)] == []


SUBJECTS = {
    "The death toll from the quake near Ulm rose to 227.": "death toll from the quake near Ulm",
    "The number of people who died when a ferry sank off Ulm has risen to 68.": "number of people",
    "The bank which bought the mill has paid $40.": "bank",
    "The poll has a margin of error of plus or minus 3.8%.": "margin of error",
    "The upper age limit rose to 75.": "upper age limit",
    "More than 3,200 Russian citizens left.": "Russian citizens",
    "Two of the older soldiers died.": "older soldiers",
    "Some 40 Kia and Hyundai cars were stolen.": "Kia and Hyundai cars",
    "They hired 90 crew in May.": "crew",
    "It makes 60 per cent of its revenue there.": "revenue",
    "They imposed a 25% tax on cars.": "tax",
    "It has a 6.1-inch display.": "display",
    "It reached speeds of up to 400 km/h.": "speeds",
    "Revenue rose 5%.": "Revenue",
    "Revenue in the quarter rose to $7bn.": "Revenue",
    "The company raised its key interest rate to 3%.": "key interest rate",
    "The IMF expects consumer prices to rise 8%.": "consumer prices",
    "It foresees the economy growing 3%.": "economy",
    "The bill, which passed on Monday, costs $3bn.": "bill",
    "With revenue up 31%, they cheered.": "revenue",
    "Shares of Ford, up 12% this year, were unchanged.": "Shares of Ford",
    "The firm cut emissions 30 percent.": "emissions",
    "It sold 12% fewer cars than Opel.": "cars",
    "The slide wiped $40 million from its market value.": "market value",
    "The fee adds $5 to the price.": "price",
    "Flats from $50 to $60 stay a month.": "Flats",
    "The rock passed within 40 km of Ulm.": "rock",
    "The dollar, meanwhile, fell 5%.": "dollar",
    "Prices of homes are expected to climb 4% next year.": "Prices of homes",
    "The number of people infected with malaria fell by 19%.": "number of people infected with malaria",
    "The set will cost $200.": "set",
    "They received $127 million in aid.": "aid",
    "Rates are $15 a day.": "Rates",
    "The tower is 72 metres long.": "tower",
    "The mayor put the number of missing at 52.": "number of missing",
    "The report put the cost of the repairs at $3m.": "cost of the repairs",
    "The bank closed its branches, 40 of them in Wales.": "branches",
    "Shares of the Ulm, Germany-based company were up 9%.": "Shares of the Ulm, Germany-based company",
    "The population would shrink, the study found. It fell by 3%.": "population",
    "A man who stole cash from pensioners was jailed for 14 years.": "man",
    "The club agreed a fee for the goalkeeper Ann Lee, 23.": "goalkeeper Ann Lee",
}


@pytest.mark.parametrize(("text", "wanted"), SUBJECTS.items(), ids=list(SUBJECTS))
def test_subject(text: str, wanted: str) -> None:
    subject = only(text).subject
    assert subject is not None
    assert subject.text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ford and Opel sold 400 and 500 cars, respectively.", ["cars", "cars"]),
        ("Revenue and profit rose 5% and 3%, respectively.", ["Revenue", "profit"]),
        ("Opel sold 400 cars in May. Its rival sold 500.", ["cars", "cars"]),
        ("Gunmen killed 14 in a raid.", [None]),
        ("Some 58 percent say the opposite.", [None]),
        ("It found 56 percent of voters against it and 31 percent in favor.", ["voters", "voters"]),
        ('He warned that "as many as 60%" of infections are missed.', ["infections"]),
        ("Ford was up 5%, Opel 3% and Fiat 2%.", ["Ford", "Opel", "Fiat"]),
        ("The firm cut 430 jobs in Ulm, 370 in Bonn and 40 in Jena.", ["jobs", "jobs", "jobs"]),
        ("They placed 140 guards along the road, up from 80 before.", ["guards", "guards"]),
        ("Some 12 people, among them 3 cooks, were held and more than 40 fined.", ["people", "cooks", "people"]),
        ("It hired 12 men, including 3 cooks and 2 maids.", ["men", "cooks", "maids"]),
        ("Two acts lifted the annual quota from 50,000 to 80,000.", ["acts", "annual quota", "annual quota"]),
    ],
)
def test_subjects_of_lists_and_ellipsis(text: str, wanted: list[str | None]) -> None:
    assert [quantity.subject and quantity.subject.text for quantity in found(text)] == wanted


def test_second_figure_has_the_first_ones_subject() -> None:
    subjects = [quantity.subject and quantity.subject.text for quantity in found("Profit fell 5%, or $3m, to $57m from $60m.")]
    assert subjects == ["Profit"] * 4


def test_evidence_names_the_words() -> None:
    (quantity,) = found("Sales rose more than 5%.")
    evidence = {one.field: one.text for one in quantity.evidence}
    assert evidence == {"value": "5", "comparator": "more than", "change": "rose", "unit": "%", "subject": "Sales"}
