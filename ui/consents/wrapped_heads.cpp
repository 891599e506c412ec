// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/consents/wrapped_heads.h>

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QStyle>

namespace dtp
{

namespace
{
constexpr int besideWords = 12; // beyond the style's margins
constexpr int arrowWidth = 24;  // of the head by which the rows are in order
constexpr int mostLines = 4;
constexpr int lowest = 32;
} // namespace

void wrapHeads(QHeaderView& header)
{
    header.setDefaultAlignment(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter) | Qt::Alignment(Qt::TextWordWrap));
    header.setTextElideMode(Qt::ElideNone);
    const QFontMetrics metrics = header.fontMetrics();
    const int margin = header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
    int height = 0;
    for (int i = 0; header.model() && i < header.count(); ++i) {
        const QString words = header.model()->headerData(i, header.orientation()).toString();
        const int arrow = header.isSortIndicatorShown() && header.sortIndicatorSection() == i ? arrowWidth : 0;
        const QRect room(0, 0, header.sectionSize(i) - 2 * margin - besideWords - arrow,
                         mostLines * metrics.lineSpacing());
        if (!header.isSectionHidden(i) && room.width() > 0)
            height = qMax(height, metrics.boundingRect(room, Qt::TextWordWrap, words).height());
    }
    header.setFixedHeight(qMax(lowest, qMin(height, mostLines * metrics.lineSpacing()) + 2 * margin + 4));
}

} // namespace dtp
