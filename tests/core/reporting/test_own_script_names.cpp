// SPDX-License-Identifier: GPL-3.0-or-later
// Names in own script of people who may not be named, and single words of them, in texts for the public.
#include "leaving_text.h"

using namespace dtp;
using namespace dtp::test;

namespace
{
struct OwnScripts : ReportWorld {
    OwnScripts()
    {
        int number = 0;
        for (const char* const name : {"김민수", "박 서연", "अनिल थापा", "सीता गुरुङ", "কামাল হোসেন", "සුනිල් පෙරේරා",
                                       "குமார் செல்வன்", "احمد رحیمی", "សុខ ដារ៉ា", "สมชาย ใจดี", "သီတာ", "ບຸນມີ ສຸວັນນາ"}) {
            Person person = addPerson(*store, QStringLiteral("Zorvan%1").arg(++number), QStringLiteral("Plomb"));
            person.ownScriptName = utf8(name);
            change(person);
        }
    }
};
using Pairs = std::initializer_list<std::pair<const char*, const char*>>;

QString byGate(const Store& store, const char* text, NameScanner::Where where = NameScanner::Where::Prose)
{
    QSet<qint64> withheld;
    QSet<qint64> named;
    NameScanner scanner(store, [](qint64) { return false; });
    const auto cleaned = scanner.cleaned(utf8(text), withheld, named, {}, where);
    REQUIRE_OK(cleaned);
    return *cleaned;
}
} // namespace

TEST_CASE("A whole name in own script is withheld spaced or not and with what its language hangs on it",
          "[reporting][names]")
{
    const OwnScripts world;
    for (const auto& [text, left] : Pairs{{"어제 김 민수 씨", "어제 [name withheld] 씨"},
                                          {"김 민수는 말했다", "[name withheld]는 말했다"},
                                          {"박서연이 왔다", "[name withheld]이 왔다"},
                                          {"अनिल थापाले भने", "[name withheld]ले भने"},
                                          {"अनिल थापाको घर", "[name withheld]को घर"},
                                          {"अनिलथापा.docx", "[name withheld].docx"},
                                          {"सीता गुरुङले भनिन्", "[name withheld]ले भनिन्"},
                                          {"সেদিন কামাল হোসেনের বাড়ি", "সেদিন [name withheld]ের বাড়ি"},
                                          {"කොළඹ සුනිල් පෙරේරාගේ", "කොළඹ [name withheld]ගේ"},
                                          {"குமார் செல்வனின் வீடு", "[name withheld]ின் வீடு"},
                                          {"قال واحمد رحيمي هنا", "قال و[name withheld] هنا"}}) {
        INFO(text);
        CHECK(byGate(*world.store, text) == utf8(left));
    }
}

TEST_CASE("A word of a name in own script is asked where it stands by itself", "[reporting][names]")
{
    const OwnScripts world;
    for (const auto& [text, left] : Pairs{{"C1 민수 went", "C1 [name withheld] went"},
                                          {"민수가 왔다", "[name withheld]가 왔다"},
                                          {"서연", "[name withheld]"},
                                          {"अनिल", "[name withheld]"},
                                          {"हिजो अनिलजी आए", "हिजो [name withheld]जी आए"},
                                          {"गुरुङलाई भेटे", "[name withheld]लाई भेटे"},
                                          {"We met কামালকে there", "We met [name withheld]কে there"},
                                          {"පෙරේරාට", "[name withheld]ට"},
                                          {"குமாரின்", "[name withheld]ின்"},
                                          {"قال احمد هنا", "قال [name withheld] هنا"},
                                          {"رحیمی", "[name withheld]"},
                                          {"ដារ៉ា", "[name withheld]"},
                                          {"លោកដារ៉ាបាននិយាយ", "លោក[name withheld]បាននិយាយ"},
                                          {"สมชาย", "[name withheld]"},
                                          {"คุณสมชายไปตลาด", "คุณ[name withheld]ไปตลาด"},
                                          {"မသီတာ", "မ[name withheld]"},
                                          {"ບຸນມີ", "[name withheld]"}}) {
        INFO(text);
        CHECK(leavingText(*world.store, utf8(text)) == utf8(left));
        CHECK(leavingText(*world.store, utf8(text), As::Cell) == utf8(left));
    }
}

TEST_CASE("Words of own scripts that are in nobody's name stay", "[reporting][names]")
{
    const OwnScripts world;
    for (const char* const text :
         {"민수당이 이겼다", "국민수당", "अनिलता र मानव अधिकार", "मानव अधिकार तालिम", "মানবাধিকার প্রশিক্ষণ",
          "මානව හිමිකම් පුහුණුව", "மனித உரிமைகள் பயிற்சி", "حقوق الإنسان والتدريب", "ការបណ្តុះបណ្តាលសិទ្ធិមនុស្ស",
          "การฝึกอบรมสิทธิมนุษยชน", "လူ့အခွင့်အရေးသင်တန်း", "ການຝຶກອົບຮົມສິດທິມະນຸດ"}) {
        INFO(text);
        CHECK(leavingText(*world.store, utf8(text)) == utf8(text));
    }
}

TEST_CASE("A body that is called by a word of a name in own script leaves without it", "[reporting][names]")
{
    const OwnScripts world;
    for (const auto& [text, left] : Pairs{{"민수 재단", "[name withheld] 재단"},
                                          {"अनिल प्रतिष्ठान", "[name withheld] प्रतिष्ठान"},
                                          {"মানবাধিকার কেন্দ্র", "মানবাধিকার কেন্দ্র"},
                                          {"มูลนิธิสมชาย", "มูลนิธิ[name withheld]"}}) {
        INFO(text);
        CHECK(byGate(*world.store, text, NameScanner::Where::Body) == utf8(left));
    }
}

TEST_CASE("A file for outsiders is not called by a word of a name in own script", "[reporting][names]")
{
    const OwnScripts world;
    const Gate gate(*world.store, Audience::Public);
    for (const char* const name :
         {"/tmp/अनिल थापाले.pdf", "/tmp/김_민수.pdf", "/tmp/2026-민수.pdf", "/tmp/คุณสมชาย.pdf"}) {
        INFO(name);
        CHECK_FALSE(checkFileName(*world.store, gate, utf8(name)));
        CHECK_FALSE(checkFileName(*world.store, gate, utf8(name).normalized(QString::NormalizationForm_D)));
    }
    CHECK(checkFileName(*world.store, gate, utf8("/tmp/मानव अधिकार तालिम.pdf")));
}

TEST_CASE("A name in own script is found however its signs are composed", "[reporting][names]")
{
    const OwnScripts world;
    for (const char* const name : {"김민수", "김 민수", "민수", "কামাল হোসেন", "පෙරේරා", "செல்வன்"}) {
        INFO(name);
        CHECK(leavingText(*world.store, utf8(name).normalized(QString::NormalizationForm_D)) ==
              utf8("[name withheld]"));
    }
}
