// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_report.h"

namespace dtp::test
{

QString inventedReport()
{
    return QString::fromUtf8(R"text(

River Guardians and the Law of Water

Alumni Meeting on River Defence and Local Courts 3-4 May, 2022, Suva, Fiji


1. <u>Summary and Main Recommendations:</u>

In May 2022 the school brought   together twenty defenders of rivers from Fiji, Samoa and Tonga. It was the ﬁrst
such meeting. Half of them had studied between 1992 and 2005, the other half came out of the latest
courses of the school.

1.1 Aims and objectives:

- to look back at what the courses changed in villages along the rivers;
- to hear what training is needed now, and
  who should be invited to it;
- to say how former students could help one another.

1.2 Summary of Recommendations of the Meeting:

- Give the circles of former students a home through:
 - Naming one person in each country who answers letters
 - \circ $\;$ Calling the circles together once a year
 - $\circ \;$ Lending equip­ment from one circle to the next
 - o Asking the embassies for a room
- Teach more and deeper, above all on:



- Measuring water quality
- "Plain speech" before a judge
- Write courses about:
 - Dams and the people who move
 - o Mining
- Keep a shelf of useful papers on the website

This report tells briefly what was said.

The school thanks the River Fund and the &quot;Two Banks&quot; society.

2. Participants of the Meeting:

The school and its partners chose former students from three countries. Age and place were weighed. Not all who were asked could
come. They work on many things, among them:

- The right to water
- Fishing   grounds
- Land titles

12

Also there were the trainers, <u>Mere Tavola</u> and <u>Sione</u> <u>Latu</u>, and guests.

3. Program Overview:

Pairs of former students led the sessions – most for the first time.

3.1 What the courses changed

<u>Mere Tavola</u> and Ana Kerei led the first session. People told of:

- a village that won back its well
- long-
  term friends in other islands.

3.2 Missing Skills, Gaps and Needs

Four groups of gaps were named:

- Knowledge and Thematic Areas
 - o The law of the sea
 - Safety of people who speak up

 including a plan for bad days and
 a list of lawyers
- Soft Skills "Speaking"
 - Reports: how to write for
   readers in a hurry
 - \circ Patience.
)text") + QChar(u'\f') +
           QString::fromUtf8(R"text(
13


- Technology Skills
 - Maps on a telephone
 - \circ $\;$ Keeping files safe.
- Collaboration/Meeting
 - Stories that went well

3.3 Circles of former students

3.3.1 Why meet?:

The circles help to do three things:

1. Share news
2. Warn each other
3. Find money

3.3.2 Circles now and later:

- <u>Circle of Fiji</u>: It began in 2015 and has a chat group.
- <u>Circles of islands could:</u>
 - Share calls
 - Send guests.

• <u>A circle on mines and</u> <u>dams (CMD):</u>

It was felt that the in­creasing number of mines calls for a circle of its own, which would look at:

- Contracts
- \circ $\;$ Court cases.

• Circles of first peoples (FP):

They have their own houses. The duty bearers in

governments were not there. Temperature at the river was 25 $^\circ$C and cost $5,000 or $6,000 a day.

4 Conclusions of the Meeting:



People held that courts matter. They wished for:

o A handbook
- Visits in neigh-
  bouring valleys, and not only in a neighbour's valley

5 <u>Next Steps:</u>

The school will write a plan. More at <https://example.org/rivers_and_law>.
)text");
}

QString inventedReportAsTree()
{
    return QString::fromUtf8(R"text(River Guardians and the Law of Water
Alumni Meeting on River Defence and Local Courts 3-4 May, 2022, Suva, Fiji
2022-05-03 2022-05-04 Suva, Fiji

# [1] Summary and Main Recommendations (text)
In May 2022 the school brought together twenty defenders of rivers from Fiji, Samoa and Tonga. It was the first such meeting. Half of them had studied between 1992 and 2005, the other half came out of the latest courses of the school.

## [1.1] Aims and objectives (objectives)
- to look back at what the courses changed in villages along the rivers;
- to hear what training is needed now, and who should be invited to it;
- to say how former students could help one another.

## [1.2] Summary of Recommendations of the Meeting (recommendations)
0 Give the circles of former students a home through:
1 Naming one person in each country who answers letters
1 Calling the circles together once a year
1 Lending equipment from one circle to the next
1 Asking the embassies for a room
0 Teach more and deeper, above all on:
1 Measuring water quality
1 "Plain speech" before a judge
0 Write courses about:
1 Dams and the people who move
1 Mining
0 Keep a shelf of useful papers on the website
This report tells briefly what was said.

The school thanks the River Fund and the "Two Banks" society.

# [2] Participants of the Meeting (participants)
The school and its partners chose former students from three countries. Age and place were weighed. Not all who were asked could come. They work on many things, among them:

- The right to water
- Fishing grounds
- Land titles

Also there were the trainers, Mere Tavola and Sione Latu, and guests.

# [3] Program Overview (program)
Pairs of former students led the sessions – most for the first time.

## [3.1] What the courses changed (text)
Mere Tavola and Ana Kerei led the first session. People told of:

- a village that won back its well
- long-term friends in other islands.

## [3.2] Missing Skills, Gaps and Needs (gaps)
Four groups of gaps were named:

- Knowledge and Thematic Areas
  - The law of the sea
  - Safety of people who speak up including a plan for bad days and a list of lawyers
- Soft Skills "Speaking"
  - Reports: how to write for readers in a hurry
  - Patience.
- Technology Skills
  - Maps on a telephone
  - Keeping files safe.
- Collaboration/Meeting
  - Stories that went well

## [3.3] Circles of former students (text)

### [3.3.1] Why meet? (text)
The circles help to do three things:

1. Share news
2. Warn each other
3. Find money

### [3.3.2] Circles now and later (text)
- **Circle of Fiji:** It began in 2015 and has a chat group.

**Circles of islands could:**

- Share calls
- Send guests.

**A circle on mines and dams (CMD):**

It was felt that the increasing number of mines calls for a circle of its own, which would look at:

- Contracts
- Court cases.

**Circles of first peoples (FP):**

They have their own houses. The duty bearers in governments were not there. Temperature at the river was 25 °C and cost $5,000 or $6,000 a day.

# [4] Conclusions of the Meeting (text)
People held that courts matter. They wished for:

- A handbook
- Visits in neighbouring valleys, and not only in a neighbour's valley

# [5] Next Steps (text)
The school will write a plan. More at <https://example.org/rivers_and_law>.

knowledge: The law of the sea
knowledge: Safety of people who speak up including a plan for bad days and a list of lawyers
soft_skills: Reports: how to write for readers in a hurry
soft_skills: Patience.
technology: Maps on a telephone
technology: Keeping files safe.
collaboration: Stories that went well
)text");
}

} // namespace dtp::test
