// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/formula.h>
#include <support/catch.h>

using namespace dtp;

TEST_CASE("A cell that a spreadsheet would run gets an apostrophe, and import takes it off again",
          "[exchange][formula]")
{
    const QStringList dangerous{
        QStringLiteral("=1+1"),         QStringLiteral("+61 2 9385"), QStringLiteral("+85512345678"),
        QStringLiteral("-cmd|' /C x'"), QStringLiteral("@SUM(A1)"),   QStringLiteral("\t=1"),
        QStringLiteral("\rx"),          QStringLiteral("-"),          QStringLiteral("-1.2.3"),
        QStringLiteral("-.5"),          QStringLiteral("-5."),        QStringLiteral("\uFF1D1+1"),
        QStringLiteral("'=1"),          QStringLiteral("''-12.5"),    QStringLiteral("'-3")};
    for (const QString& text : dangerous) {
        CHECK(defuseFormula(text) == QString(QLatin1Char('\'') + text));
        CHECK(undefuseFormula(defuseFormula(text)) == text);
    }
}

TEST_CASE("Cells that are no formulas stay as they are, both ways", "[exchange][formula]")
{
    const QStringList harmless{QString(),
                               QStringLiteral("-12.5"),
                               QStringLiteral("-7"),
                               QStringLiteral("12"),
                               QStringLiteral("O'Brien"),
                               QStringLiteral("'tis"),
                               QStringLiteral("Sok-Dara"),
                               QStringLiteral(" =x"),
                               QStringLiteral("'"),
                               QStringLiteral("''")};
    for (const QString& text : harmless) {
        CHECK(defuseFormula(text) == text);
        CHECK(undefuseFormula(text) == text);
    }
}
