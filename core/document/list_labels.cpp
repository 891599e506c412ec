// SPDX-License-Identifier: GPL-3.0-or-later
#include <document/list_labels.h>

namespace dtp
{

namespace
{
QString letters(int number)
{
    QString text;
    for (; number > 0; number = (number - 1) / 26)
        text.prepend(QChar(u'a' + (number - 1) % 26));
    return text;
}

QString roman(int number)
{
    static const std::pair<int, const char*> signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                        {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                                        {5, "v"},    {4, "iv"},   {1, "i"}};
    if (number > 3999)
        return QString::number(number);
    QString text;
    for (const auto& [value, sign] : signs)
        for (; number >= value; number -= value)
            text += QLatin1String(sign);
    return text;
}
} // namespace

QString ListCounter::labelOf(const Paragraph& paragraph)
{
    const bool isItem = paragraph.style == Paragraph::Style::Bullet || paragraph.style == Paragraph::Style::Numbered;
    if (!isItem) {
        m_numbers.fill(0);
        return {};
    }
    const auto level = static_cast<size_t>(std::clamp(paragraph.level, 0, 5));
    std::fill(m_numbers.begin() + static_cast<std::ptrdiff_t>(level) + 1, m_numbers.end(), 0);
    if (paragraph.style == Paragraph::Style::Bullet) {
        m_numbers[level] = 0;
        return {};
    }
    const int number = ++m_numbers[level];
    const QString text = level % 3 == 0 ? QString::number(number) : level % 3 == 1 ? letters(number) : roman(number);
    return text + QLatin1Char('.');
}

} // namespace dtp
