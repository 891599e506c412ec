// SPDX-License-Identifier: GPL-3.0-or-later
// What the Help menu opens.
#pragma once

#include <QDialog>
#include <vector>

class QAction;

namespace dtp
{

class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(const std::vector<QAction*>& actions, QWidget* parent = nullptr);
};

class GuideWindow : public QDialog
{
    Q_OBJECT
public:
    explicit GuideWindow(QWidget* parent = nullptr);
};

class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace dtp
