// SPDX-License-Identifier: GPL-3.0-or-later
#include <privacy/text_stretches.h>

namespace dtp
{

QString wholeOf(const std::vector<Run>& runs)
{
    QString whole;
    for (const Run& run : runs)
        whole += run.text;
    return whole;
}

void replaceIn(std::vector<Run>& runs, const std::vector<Stretch>& stretches)
{
    qsizetype start = 0;
    for (Run& run : runs) {
        const qsizetype end = start + run.text.size();
        QString clean;
        qsizetype at = start;
        bool touched = false;
        for (const Stretch& stretch : stretches) {
            const qsizetype from = std::max(stretch.from, start);
            const qsizetype to = std::min(stretch.from + stretch.length, end);
            if (from >= to)
                continue;
            touched = true;
            clean += QStringView(run.text).mid(at - start, from - at);
            if (stretch.from >= start)
                clean += stretch.by;
            at = to;
        }
        if (touched) {
            clean += QStringView(run.text).mid(at - start);
            run.text = clean;
        }
        start = end;
    }
}

} // namespace dtp
