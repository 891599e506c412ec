// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/discretion/discreet_switch.h>

#include <ui/discretion/discreet_window.h>
#include <ui/models/discretion.h>
#include <ui/widgets/theme.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextEdit>
#include <utility>

namespace dtp
{

namespace
{
constexpr qint64 timeToPressAgain = 5000; // milliseconds

QString settingKey()
{
    return QStringLiteral("window/discreet");
}

bool isTyping(const QWidget& focused)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(&focused))
        return !line->isReadOnly();
    if (const auto* text = qobject_cast<const QTextEdit*>(&focused))
        return !text->isReadOnly();
    const auto* plain = qobject_cast<const QPlainTextEdit*>(&focused);
    return plain && !plain->isReadOnly();
}
} // namespace

DiscreetSwitch::DiscreetSwitch(Store& store, QSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_discretion(Discretion::attachedTo(store))
{
    m_discretion.set(settings.value(settingKey()).toBool());
    new DiscreetWindow(store, this);
}

bool DiscreetSwitch::isOn() const
{
    return m_discretion.isOn();
}

void DiscreetSwitch::set(bool isOn)
{
    m_settings.setValue(settingKey(), isOn);
    m_discretion.set(isOn);
}

QPushButton* DiscreetSwitch::makeSign(QWidget* parent)
{
    auto* sign = new QPushButton(icon("view-hidden"), tr("Discreet"), parent);
    sign->setObjectName(QStringLiteral("discreet"));
    sign->setAccessibleName(tr("Discreet mode is on. Show names again"));
    sign->setToolTip(tr("Discreet mode: people who need care are not named, and what is restricted is covered. "
                        "Click to show all again (Ctrl+Shift+D)."));
    sign->setFocusPolicy(Qt::TabFocus); // a click leaves the keys where they are
    sign->setVisible(isOn());
    connect(sign, &QPushButton::clicked, this, [this] { set(false); });
    connect(&m_discretion, &Discretion::switched, sign, &QWidget::setVisible);
    return sign;
}

QKeyCombination DiscreetSwitch::keys()
{
    return Qt::CTRL | Qt::SHIFT | Qt::Key_D;
}

bool DiscreetSwitch::takesKey(const QWidget& focused, QEvent& event)
{
    if (event.type() != QEvent::KeyPress && event.type() != QEvent::ShortcutOverride)
        return false;
    const auto& key = static_cast<QKeyEvent&>(event);
    if (key.keyCombination() != keys())
        return false;
    event.accept(); // of a shortcut: it comes back as a key
    if (event.type() == QEvent::ShortcutOverride || key.isAutoRepeat())
        return true;
    const bool isAgain = m_pressed.isValid() && m_pressed.elapsed() < timeToPressAgain;
    m_pressed.invalidate();
    if (isOn() && isTyping(focused) && !isAgain) {
        m_pressed.start();
        Q_EMIT told(tr("Discreet mode is on. Press Ctrl+Shift+D once more to show names."));
        return true;
    }
    toggle();
    return true;
}

} // namespace dtp
