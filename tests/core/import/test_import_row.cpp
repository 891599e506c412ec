// SPDX-License-Identifier: GPL-3.0-or-later
// What one row of a sheet says.
#include <import/import_row.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QCryptographicHash>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString t(const char* utf8)
{
    return QString::fromUtf8(utf8);
}
} // namespace

// Files keep the fingerprints of their rows: with other ones each row of an old sheet would come in a second time.
TEST_CASE("The fingerprint of a row is that of its words, whatever white space stands around them", "[import]")
{
    const FreshStore file;
    const ImportWords words{*file.store};
    const QStringList headings{t("Name"), t("E-mail"), t("Reason"), t("Notes")};
    const auto digest = [&](const QStringList& cells) {
        const RowInterpreter rows(recogniseMapping({{1, headings}, {2, cells}}, words), words);
        return rows.digestOf({2, cells});
    };
    const auto wanted = [](const QByteArray& all) {
        return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha1).left(10).toHex());
    };
    CHECK(digest({t("Maria Santos"), t("m@example.org"), t(""), t("")}) == wanted("Name\x1FMaria Santos\x1E"
                                                                                  "E-mail\x1Fm@example.org\x1E"));
    CHECK(digest({t("Maria Santos"), t(" \t"), t("")}) == wanted("Name\x1FMaria Santos\x1E"));
    const QString simple = digest({t("Maria Santos"), t("m@example.org"), t(""), t("of the river people")});
    CHECK(digest({t("  Maria\t\tSantos "), t("m@example.org\n"), t(""), t("of  the\nriver \xC2\xA0people")}) ==
          simple);
    CHECK(digest({t("José\xC2\xA0 Núñez"), t("")}) == wanted("Name\x1FJos\xC3\xA9 N\xC3\xBA\xC3\xB1"
                                                             "ez\x1E"));
    CHECK(digest({}) == wanted(""));
}
