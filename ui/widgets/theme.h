// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks: our palette (light and dark), one accent, four type sizes, an 8-pixel rhythm.
#pragma once

#include <ui/models/theme_colours.h>

#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;
class QLabel;
class QLayout;
class QPushButton;
class QScrollArea;
class QTableView;
class QToolButton;
class QWidget;

namespace dtp
{

enum class ThemeChoice { System, Light, Dark };

QString themeCode(ThemeChoice choice); // "system", "light", "dark"
ThemeChoice themeFromCode(const QString& code);

// Style, palette, fonts and icons for the whole program. May be called again when the choice changes.
void applyTheme(QApplication& application, ThemeChoice choice);

// Colours: see theme_colours.h.
const ThemeColours& themeColours(const QWidget* widget);

// The rhythm: everything stands on multiples of it.
constexpr int Space = 8;

// Small: hints and column heads; Body: everything else; Heading: of a section; Title: of a page or a record.
enum class TextSize { Small, Body, Heading, Title };
QFont themeFont(const QFont& base, TextSize size);

// A label that takes its text as it is: what people typed never becomes HTML.
QLabel* plainLabel(const QString& text, QWidget* parent = nullptr, TextSize size = TextSize::Body);
// In a colour of its own; follows the theme when it changes.
enum class Ink { Normal, Muted, Accent, Warning, Danger };
QLabel* inkLabel(Ink ink, const QString& text, QWidget* parent = nullptr, TextSize size = TextSize::Body);
QLabel* mutedLabel(const QString& text, QWidget* parent = nullptr, TextSize size = TextSize::Body);
// What stays in sight across the window as long as it holds: that a file is open to read only.
QLabel* warningBanner(const QString& text, QWidget* parent);

// The one button of a page that does what the page is for.
void makePrimary(QPushButton* button);
// A button without a frame until the pointer is over it.
void makeQuiet(QPushButton* button);

// A button of signs alone: words and keys ("Ctrl+B") are said by its tooltip and to those who do not see it.
QToolButton* signButton(const char* iconName, const QString& words, const QString& keys, QWidget* parent);

// A list as we have them: whole rows are chosen, nothing is edited in it, no grid. Tab goes on to what is beside it.
void makeList(QTableView& table);

// The content, to be moved up and down in a frame that is not seen.
QScrollArea* scrolled(QWidget* content);

// By freedesktop name from Breeze; an empty icon when no icon theme is installed, so always put words beside it.
QIcon icon(const char* name);
QIcon icon(const QString& name);

void clearLayout(QLayout* layout);

// The size of a dialog at first: as wanted, and no larger than the window that it belongs to.
void resizeWithin(QWidget& dialog, QSize wanted);

} // namespace dtp
