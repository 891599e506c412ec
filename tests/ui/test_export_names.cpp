// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the texts of what leaves: asked in the export dialog, decided there, and remembered.
#include <records/reports.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/ui_window.h>
#include <ui/export/export_dialog.h>
#include <ui/export/name_review_dialog.h>

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct World : TestWindow {
    World()
    {
        Recommendation wish;
        wish.text = QStringLiteral("We ask that Sitha Vongsak and Noi are heard.");
        addRecords(*store, wish);
        dialogs.saveFile = store.path(QStringLiteral("out.csv"));
    }
    QString fileText() const
    {
        QFile file(dialogs.saveFile);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

void wait(const ExportDialog& dialog)
{
    REQUIRE(waitFor([&] { return !dialog.isBusy(); }));
}

template <class T>
T& part(const ExportDialog& dialog, const char* name)
{
    auto* found = dialog.findChild<T*>(QLatin1String(name));
    REQUIRE(found);
    return *found;
}

// Does something to the next review that is shown, and closes it.
void onReview(const std::function<void(NameReviewDialog&)>& deed)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, deed] {
        auto* const review = qobject_cast<NameReviewDialog*>(QApplication::activeModalWidget());
        if (!review)
            return;
        timer->deleteLater();
        deed(*review);
        review->accept();
    });
    timer->start(0);
}
} // namespace

TEST_CASE("Names in what is exported are reviewed in the dialog, and what was decided is remembered",
          "[export-dialog][names]")
{
    World world;
    {
        ExportDialog dialog(world.context, {QStringLiteral("recommendation")});
        dialog.show();
        wait(dialog);
        CHECK_FALSE(part<QPushButton>(dialog, "review-names").isVisible());
        dialog.choose(QStringLiteral("recommendation"), Audience::Public, QStringLiteral("csv"));
        wait(dialog);
        CHECK(dialog.previewText().contains(QStringLiteral("Sitha Vongsak; Noi")));
        CHECK_FALSE(part<QPushButton>(dialog, "export").isEnabled());
        shoot(dialog, QStringLiteral("export-names"));
        int shown = 0;
        onReview([&](NameReviewDialog& review) {
            shown = static_cast<int>(review.undecided());
            review.decideRestAsProposed();
            review.table().selectRow(1);
            review.decide(NameDecision::What::Keep);
        });
        part<QPushButton>(dialog, "review-names").click();
        REQUIRE(waitFor([&] { return shown > 0 && !dialog.isBusy(); }));
        CHECK(shown == 2);
        CHECK(part<QPushButton>(dialog, "export").isEnabled());
    }
    ExportDialog dialog(world.context, {QStringLiteral("recommendation")});
    dialog.choose(QStringLiteral("recommendation"), Audience::Public, QStringLiteral("csv"));
    dialog.show();
    wait(dialog);
    part<QPushButton>(dialog, "export").click();
    wait(dialog);
    CHECK(world.dialogs.errors.isEmpty());
    CHECK(world.fileText().contains(QStringLiteral("We ask that [name withheld] and Noi are heard.")));
}

TEST_CASE("What is undecided can be withheld for one export", "[export-dialog][names]")
{
    World world;
    ExportDialog dialog(world.context, {QStringLiteral("recommendation")});
    dialog.choose(QStringLiteral("recommendation"), Audience::Public, QStringLiteral("csv"));
    dialog.show();
    wait(dialog);
    CHECK_FALSE(part<QPushButton>(dialog, "export").isEnabled());
    part<QCheckBox>(dialog, "withhold-undecided").setChecked(true);
    wait(dialog);
    part<QPushButton>(dialog, "export").click();
    wait(dialog);
    CHECK(world.fileText().contains(QStringLiteral("We ask that [names withheld] are heard.")));
}

TEST_CASE("A name of somebody who may be named nowhere is kept only when that was said before",
          "[export-dialog][names]")
{
    World world;
    Person noi;
    noi.givenName = QStringLiteral("Noi");
    noi.familyName = QStringLiteral("Keo");
    addRecords(*world.store, noi); // agreed to nothing
    ExportDialog dialog(world.context, {QStringLiteral("recommendation")});
    dialog.choose(QStringLiteral("recommendation"), Audience::Public, QStringLiteral("csv"));
    dialog.show();
    wait(dialog);
    const auto keepNoi = [&](bool answer) {
        world.dialogs.answerConfirm = answer;
        qsizetype undecided = -1;
        onReview([&](NameReviewDialog& review) {
            review.table().selectRow(1);
            review.decide(NameDecision::What::Keep);
            undecided = review.undecided();
        });
        part<QPushButton>(dialog, "review-names").click();
        REQUIRE(waitFor([&] { return undecided >= 0 && !dialog.isBusy(); }));
        return undecided;
    };
    CHECK(keepNoi(false) == 2);
    REQUIRE(world.dialogs.confirms.size() == 1);
    CHECK(world.dialogs.confirms.front() ==
          QString::fromUtf8("“Noi” is a name of somebody in the file who refused to be named, was never asked, or is "
                            "in danger. Keep it only where somebody else is meant. → Keep"));
    CHECK(keepNoi(true) == 1);
}
