// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where names do and is none.
#include <cells/cell_values.h>
#include <cells/row_words.h>
#include <support/catch.h>

using namespace dtp;

TEST_CASE("Totals, headings within a list and notes are no names", "[import]")
{
    for (const char* text : {"Total", "Sub-total", "Total: 2 participants", "Total participants: 14", "Total général",
                             "รวม", "合计 12"}) {
        INFO(text);
        CHECK(meansTotal(QString::fromUtf8(text)));
    }
    CHECK_FALSE(meansTotal(QStringLiteral("Suma Rai")));
    CHECK_FALSE(meansTotal(QStringLiteral("Total Gurung")));
    for (const char* text : {"* withdrew after a week", "Prepared by the office", "Batch 2 (arrived late)",
                             "Cancelled:", "LAND RIGHTS GROUPS", "Resource persons", "Page 1 of 3", "Waiting list",
                             "Confidential", "CONFIDENTIAL - not for distribution", "Catatan: daftar belum lengkap",
                             "Disiapkan oleh kantor", "Nota: sin confirmar", "Remarque : liste provisoire",
                             "Ghi chú: chưa đủ", "หมายเหตุ: ยังไม่ครบ", "备注：未完"}) {
        INFO(text);
        CHECK(isNoNameAlone(QString::fromUtf8(text)));
    }
    for (const char* text :
         {"Rithy Sao", "Suharto", "MARIA LUCIA TOFA", "Ana (Nina) Lui", "Daw Khin Ohn", "O'Brien", "Nota Sari"}) {
        INFO(text);
        CHECK_FALSE(isNoNameAlone(QString::fromUtf8(text)));
    }
}

TEST_CASE("Marks for the value above are known, and names that look like them are not", "[import]")
{
    for (const char* text :
         {"-do-", "do",    "do.",   "ditto",  "Ditto",    "\"",  "〃",   "同上", "same as above", "as above", "-\"-",
          "idem", "Idem.", "IDEM",  "(idem)", "- idem -", "id.", "-id-", "″",    "″ ″",           "''",       "´´",
          "〃〃", ",,",    "ibid.", "do-",    "\"do\"",   "-Do-"}) {
        INFO(text);
        CHECK(isDitto(QString::fromUtf8(text)));
    }
    for (const char* text :
         {"Do", "DO", "Do.", "ID", "-", "--", "…", "(…)", "", "same", "Fiji", "Ida", "Dora", "V", ",", "."}) {
        INFO(text);
        CHECK_FALSE(isDitto(QString::fromUtf8(text)));
    }
}

TEST_CASE("Cells lose what nobody sees, and keep what scripts need", "[import]")
{
    CHECK(cleanCell(QString::fromUtf8("\xE2\x80\x8Bjose@example.org")) == QStringLiteral("jose@example.org"));
    CHECK(cleanCell(QString::fromUtf8("Jose\xCC\x81")) == QString::fromUtf8("José"));
    CHECK(cleanCell(QString::fromUtf8("Ana\xC2\xA0Lui\xEF\xBB\xBF")) == QStringLiteral("Ana Lui"));
    const QString persian = QString::fromUtf8("می\xE2\x80\x8Cشود");
    CHECK(cleanCell(persian) == persian);
}

TEST_CASE("What was encoded twice is read as it was meant, and nothing else is", "[import]")
{
    CHECK(encodedOnce(QString::fromUtf8("JosÃ© GusmÃ£o")) == QString::fromUtf8("José Gusmão"));
    CHECK(encodedOnce(QString::fromUtf8("Háº¡nh Nguyá»…n")) == QString::fromUtf8("Hạnh Nguyễn"));
    CHECK_FALSE(encodedOnce(QString::fromUtf8("José Gusmão")));
    CHECK_FALSE(encodedOnce(QString::fromUtf8("ÃO «São»")));
    CHECK_FALSE(encodedOnce(QString::fromUtf8("Ünsal Öğüt")));
    CHECK_FALSE(encodedOnce(QStringLiteral("plain")));
}

TEST_CASE("Numbers with their words are two numbers, and a rounded one is known", "[import]")
{
    const FoundPhones two = findPhones(QStringLiteral("012 345 678 (H) 023 880 900 (O)"));
    REQUIRE(two.numbers.size() == 2);
    CHECK(two.numbers[0].label == QStringLiteral("H"));
    CHECK(two.numbers[1].number == QStringLiteral("023 880 900"));
    CHECK(two.numbers[1].label == QStringLiteral("O"));
    const FoundPhones local = findPhones(QStringLiteral("(02) 8123-4567 loc 12"));
    REQUIRE(local.numbers.size() == 1);
    CHECK(local.numbers[0].number == QStringLiteral("(02) 8123-4567 loc 12"));
    CHECK(isRoundedNumber(QStringLiteral("8.80171E+12")));
    CHECK(isRoundedNumber(QStringLiteral("8,80171E+12")));
    CHECK_FALSE(isRoundedNumber(QStringLiteral("+88017")));
}
