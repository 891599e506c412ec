// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_window.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("sections are renamed, moved, added and removed by key", "[report page]")
{
    ReportWindow window;
    window.begin();
    SectionTree& tree = window.page->view().tree();
    window.choose(QStringLiteral("Next steps"));
    QTest::keyClick(&tree, Qt::Key_Up, Qt::AltModifier);
    CHECK(window.section(QStringLiteral("Next steps")).position <
          window.section(QStringLiteral("Conclusions")).position);
    QTest::keyClick(&tree, Qt::Key_Right, Qt::AltModifier);
    CHECK(window.section(QStringLiteral("Next steps")).parent ==
          window.section(QStringLiteral("Networks of alumni")).id);
    CHECK(tree.current() == window.section(QStringLiteral("Next steps")).id);
    QTest::keyClick(&tree, Qt::Key_Left, Qt::AltModifier);
    CHECK(!window.section(QStringLiteral("Next steps")).parent);
    QTest::keyClick(&tree, Qt::Key_F2);
    auto* line = tree.findChild<QLineEdit*>();
    REQUIRE(line);
    CHECK(line->text() == QStringLiteral("Next steps"));
    line->setText(QStringLiteral("What now"));
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(waitFor([&] {
        return window.treeTitles().contains(QStringLiteral("What now")) &&
               window.store->nextUndo()->sentence.startsWith(QStringLiteral("Rename"));
    }));
    QTest::keyClick(&tree, Qt::Key_Delete);
    CHECK(!window.treeTitles().contains(QStringLiteral("What now")));
    CHECK(window.navigator.told.constLast() == QStringLiteral("Removed the section “What now”."));
    QTest::keyClick(&tree, Qt::Key_Insert);
    CHECK(window.treeTitles().contains(QStringLiteral("New section")));
    REQUIRE_OK(window.store->undo());
    REQUIRE(waitFor([&] { return !window.treeTitles().contains(QStringLiteral("New section")); }));
}

TEST_CASE("a section that is let go of between two others stands between them", "[report page]")
{
    ReportWindow window;
    window.begin();
    SectionTree& tree = window.page->view().tree();
    const auto drop = [&](const QString& dragged, const QString& onto, double share) {
        window.choose(dragged);
        const auto found = tree.findItems(onto, Qt::MatchExactly | Qt::MatchRecursive);
        REQUIRE(found.size() == 1);
        const QRect row = tree.visualItemRect(found.front());
        QMimeData data;
        QDropEvent event(QPointF(row.center().x(), row.top() + share * row.height()), Qt::MoveAction, &data,
                         Qt::LeftButton, Qt::NoModifier);
        // Qt gives a drop to nobody unless the mouse has dragged something there.
        struct Reach : SectionTree {
            using SectionTree::dropEvent;
        };
        (tree.*(&Reach::dropEvent))(&event);
    };
    const QString last = QStringLiteral("Next steps");
    drop(last, QStringLiteral("Conclusions"), 0.25);
    CHECK(!window.section(last).parent);
    CHECK(window.section(last).position + 1 == window.section(QStringLiteral("Conclusions")).position);
    drop(last, QStringLiteral("Conclusions"), 0.75); // between it and the first of those below it
    CHECK(window.section(last).parent == window.section(QStringLiteral("Conclusions")).id);
    CHECK(window.section(last).position == 0);
    drop(last, QStringLiteral("Looking ahead"), 0.75);
    CHECK(window.section(last).parent == window.section(QStringLiteral("Looking ahead")).parent);
    CHECK(window.section(last).position == window.section(QStringLiteral("Looking ahead")).position + 1);
    drop(last, QStringLiteral("Conclusions"), 0.5);
    CHECK(window.section(last).parent == window.section(QStringLiteral("Conclusions")).id);
}
