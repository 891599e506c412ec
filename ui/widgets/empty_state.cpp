// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/empty_state.h>

#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
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
    // The small drawing of the icon, enlarged: at this size themes have coloured pictures that do not go with the
    // rest.
    void draw()
    {
        QPixmap picture = icon(m_name).pixmap(QSize(22, 22), devicePixelRatioF() * m_size / 22.0);
        picture.setDevicePixelRatio(devicePixelRatioF());
        setPixmap(picture);
    }
    QString m_name;
    int m_size;
};
} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& heading, const QString& sentence, const QString& action,
                       QWidget* parent)
    : QWidget(parent)
{
    // Scrolled where there is little room: what one sees in an empty list makes no window higher.
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(4 * Space, 4 * Space, 4 * Space, 4 * Space);
    layout->addStretch(2);
    if (!iconName.isEmpty()) {
        auto* picture = new IconLabel(iconName, 44, content);
        layout->addWidget(picture, 0, Qt::AlignHCenter);
        layout->addSpacing(Space);
    }
    m_heading = plainLabel(heading, content, TextSize::Heading);
    m_heading->setAlignment(Qt::AlignHCenter);
    m_heading->setWordWrap(true);
    m_sentence = mutedLabel(sentence, content);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(440);
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_button = new QPushButton(content);
    makePrimary(m_button);
    layout->addWidget(m_heading);
    auto* middle = new QHBoxLayout; // not aligned: an aligned label of several lines gets the height of one
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addSpacing(2 * Space);
    m_other = new QPushButton(content);
    m_other->setObjectName(QStringLiteral("other"));
    m_other->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_button);
    buttons->addWidget(m_other);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(3);
    QScrollArea* area = scrolled(content);
    area->viewport()->setAutoFillBackground(false); // the ground is that of the page
    content->setAutoFillBackground(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(area);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionClicked);
    connect(m_other, &QPushButton::clicked, this, &EmptyState::otherClicked);
    setWords(heading, sentence, action);
}

void EmptyState::setOther(const QString& action)
{
    m_other->setText(action);
    m_other->setVisible(!action.isEmpty());
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
