// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/common/empty_state.h>

#include <ui/common/theme.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
// An icon that is drawn anew when the theme changes.
class IconLabel : public QLabel
{
public:
    IconLabel(const QString& name, int size, QWidget* parent) : QLabel(parent), m_name(name), m_size(size) { draw(); }

protected:
    void changeEvent(QEvent* event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            draw();
    }

private:
    void draw() { setPixmap(icon(m_name).pixmap(QSize(m_size, m_size), devicePixelRatioF())); }
    QString m_name;
    int m_size;
};
} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& heading, const QString& sentence, const QString& action, QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Space, 4 * Space, 4 * Space, 4 * Space);
    layout->addStretch(2);
    if (!iconName.isEmpty()) {
        auto* picture = new IconLabel(iconName, 48, this);
        layout->addWidget(picture, 0, Qt::AlignHCenter);
        layout->addSpacing(Space);
    }
    m_heading = plainLabel(heading, this, TextSize::Heading);
    m_heading->setAlignment(Qt::AlignHCenter);
    m_heading->setWordWrap(true);
    m_sentence = mutedLabel(sentence, this);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(440);
    m_sentence->setMinimumWidth(qMin(360, m_sentence->maximumWidth()));
    m_button = new QPushButton(this);
    makePrimary(m_button);
    layout->addWidget(m_heading);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(2 * Space);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionClicked);
    setWords(heading, sentence, action);
}

void EmptyState::setWords(const QString& heading, const QString& sentence, const QString& action)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
}

} // namespace dtp
