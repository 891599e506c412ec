// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/theme.h>

#include <ui/widgets/style.h>

#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QStyleHints>
#include <QTableView>
#include <QToolButton>

namespace dtp
{

namespace
{
QPalette paletteOf(const ThemeColours& c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.base);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Button, c.base);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.accentText);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.isDark ? c.hover : c.text);
    p.setColor(QPalette::ToolTipText, c.isDark ? c.text : c.base);
    p.setColor(QPalette::Light, c.base);
    p.setColor(QPalette::Midlight, c.hover);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.isDark ? c.line.lighter(130) : c.line.darker(130));
    p.setColor(QPalette::Shadow, c.isDark ? QColor(Qt::black) : c.line.darker(160));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, c.muted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    p.setColor(QPalette::Disabled, QPalette::Base, c.window);
    return p;
}

// What the desktop asked for before we put our palette in its place.
bool systemIsDark(QApplication& application)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    Q_UNUSED(application)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    static const char* const key = "dtpSystemIsDark";
    if (!application.property(key).isValid())
        application.setProperty(key, application.palette().color(QPalette::Window).lightness() < 128);
    return application.property(key).toBool();
#endif
}

// One family for each script we meet, so that no script falls back by chance.
QFont applicationFont(const QFont& system)
{
    static const char* const families[] = {"Noto Sans",         "Noto Sans Thai",    "Noto Sans Khmer",
                                           "Noto Sans Lao",     "Noto Sans Bengali", "Noto Sans Devanagari",
                                           "Noto Sans Sinhala", "Noto Sans Tamil",   "Noto Sans Myanmar",
                                           "Noto Sans Arabic",  "Noto Sans CJK SC",  "Noto Sans CJK KR",
                                           "Noto Sans CJK JP"};
    QStringList present;
    for (const char* family : families) {
        if (QFontDatabase::hasFamily(QLatin1String(family)))
            present.append(QLatin1String(family));
    }
    QFont font = system;
    if (!present.isEmpty())
        font.setFamilies(present);
    font.setPointSizeF(10);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void useIcons(bool isDark)
{
    QStringList paths = QIcon::themeSearchPaths();
    for (const QString& folder : QStandardPaths::locateAll(QStandardPaths::GenericDataLocation,
                                                           QStringLiteral("icons"), QStandardPaths::LocateDirectory)) {
        if (!paths.contains(folder))
            paths.append(folder);
    }
    QIcon::setThemeSearchPaths(paths);
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
    QIcon::setThemeName(isDark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
}

// A label in one of our colours, also after the palette has changed.
class InkLabel : public QLabel
{
public:
    InkLabel(Ink ink, QWidget* parent) : QLabel(parent), m_ink(ink) {}

protected:
    void changeEvent(QEvent* event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
            takeColour();
    }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::Polish)
            takeColour();
        return QLabel::event(event);
    }

private:
    void takeColour()
    {
        const ThemeColours& c = themeColours();
        const QColor colour = m_ink == Ink::Muted     ? c.muted
                              : m_ink == Ink::Accent  ? c.accent
                              : m_ink == Ink::Warning ? c.warning
                              : m_ink == Ink::Danger  ? c.danger
                                                      : c.text;
        if (palette().color(QPalette::WindowText) == colour && palette().color(QPalette::Text) == colour)
            return;
        QPalette own = palette();
        own.setColor(QPalette::WindowText, colour);
        own.setColor(QPalette::Text, colour); // what a label on a page's ground takes
        setPalette(own);
    }
    Ink m_ink;
};

// Of the theme as it is, also when that is changed.
class BannerLabel final : public InkLabel
{
public:
    explicit BannerLabel(QWidget* parent) : InkLabel(Ink::Warning, parent) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter(this).fillRect(rect(), themeColours(this).warningSoft);
        QLabel::paintEvent(event);
    }
};

QLabel* prepared(QLabel* label, const QString& text, TextSize size)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(themeFont(label->font(), size));
    return label;
}
} // namespace

QString themeCode(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeChoice themeFromCode(const QString& code)
{
    if (code == QLatin1String("light"))
        return ThemeChoice::Light;
    return code == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void applyTheme(QApplication& application, ThemeChoice choice)
{
    const bool dark_ = systemIsDark(application);
    const bool isDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && dark_);
    if (!application.property("dtpStyled").toBool()) {
        application.setProperty("dtpStyled", true);
        QApplication::setStyle(new WindowStyle);
        QApplication::setFont(applicationFont(application.font()));
    }
    QApplication::setPalette(paletteOf(isDark ? darkColours() : lightColours()));
    useIcons(isDark);
}

const ThemeColours& themeColours(const QWidget* widget)
{
    return widget ? themeColours(widget->palette()) : themeColours();
}

QFont themeFont(const QFont& base, TextSize size)
{
    QFont font = base;
    const qreal points = 10;
    switch (size) {
    case TextSize::Small:
        font.setPointSizeF(points * 0.9);
        break;
    case TextSize::Body:
        font.setPointSizeF(points);
        break;
    case TextSize::Heading:
        font.setPointSizeF(points * 1.2);
        font.setWeight(QFont::DemiBold);
        break;
    case TextSize::Title:
        font.setPointSizeF(points * 1.7);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

QLabel* plainLabel(const QString& text, QWidget* parent, TextSize size)
{
    return prepared(new QLabel(parent), text, size);
}

QLabel* inkLabel(Ink ink, const QString& text, QWidget* parent, TextSize size)
{
    return prepared(new InkLabel(ink, parent), text, size);
}

QLabel* mutedLabel(const QString& text, QWidget* parent, TextSize size)
{
    return inkLabel(Ink::Muted, text, parent, size);
}

QLabel* warningBanner(const QString& text, QWidget* parent)
{
    QLabel* banner = prepared(new BannerLabel(parent), text, TextSize::Body);
    banner->setWordWrap(true);
    banner->setContentsMargins(3 * Space, Space, 3 * Space, Space);
    return banner;
}

void makePrimary(QPushButton* button)
{
    button->setProperty("primary", true);
    button->update();
}

void makeQuiet(QPushButton* button)
{
    button->setFlat(true);
}

QToolButton* signButton(const char* iconName, const QString& words, const QString& keys, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    if (button->icon().isNull())
        button->setText(words);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(words, keys));
    button->setAccessibleName(words);
    button->setAutoRaise(true);
    return button;
}

void makeList(QTableView& table)
{
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setSelectionBehavior(QTableView::SelectRows);
    table.setSelectionMode(QTableView::ExtendedSelection);
    table.setEditTriggers(QTableView::NoEditTriggers);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setVerticalScrollMode(QTableView::ScrollPerPixel);
    table.setHorizontalScrollMode(QTableView::ScrollPerPixel);
    table.setMouseTracking(true);
}

QScrollArea* scrolled(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    area->viewport()->setBackgroundRole(QPalette::Base);
    return area;
}

QIcon icon(const char* name)
{
    return QIcon::fromTheme(QLatin1String(name));
}

QIcon icon(const QString& name)
{
    return QIcon::fromTheme(name);
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* const widget = item->widget()) {
            widget->hide(); // at once: what is deleted later would shine through until then
            widget->deleteLater();
        }
        if (item->layout())
            clearLayout(item->layout());
        delete item;
    }
}

void resizeWithin(QWidget& dialog, QSize wanted)
{
    const QWidget* const owner = dialog.parentWidget();
    dialog.resize(owner ? wanted.boundedTo(owner->window()->size()) : wanted);
}

} // namespace dtp
