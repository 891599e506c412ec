// SPDX-License-Identifier: GPL-3.0-or-later
#include <words/common_words.h>

#include <QStringList>
#include <algorithm>

namespace dtp
{

namespace
{
QSet<QString> setOf(const char* words)
{
    const QStringList all = QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return QSet<QString>(all.begin(), all.end());
}
} // namespace

// Our own list: what reports of workshops on human rights are written in.
const QSet<QString>& commonWords()
{
    static const QSet<QString> words =
        setOf("a aboriginal about above access according account accountable across act acting action actions "
              "active activist activists activity actor actors actual add added additional address addressed "
              "adivasi adopt adopted adult advance advanced advice advise advocate advocates affairs affected "
              "afford africa african after afternoon again against age aged agenda ago agree agreed agreement ahead "
              "aim aims air all allow almost alone along already also alternative although alumna alumni alumnus "
              "always am america american among amount an analyse analysis and annex annual another answer answers "
              "any anyone anything appear appendix apply approach approaches april arab are area areas argue arms "
              "around arrange arrest arrival art article articles as asia asian aside ask asked asking aspects "
              "assess at attack attend attended attention august australia australian author authorities authority "
              "available average avoid aware away back background bad balance bangkok bangladeshi bank bar barriers "
              "base based basic basis be became because become becoming been before began begin beginning behind "
              "being believe below benefit benefits best better between beyond bhutanese big bodies body book both "
              "bottom box brave break breakfast brief briefing bring bringing broad brought buddhist budget build "
              "building built burden burmese business but buy by call called calls cambodian came camp campaign "
              "campaigns can canberra cannot capacity card care careful carry case cases catch catholic cause "
              "causes centre century certain chair challenge challenges champions change changes changing chapter "
              "charge charter check child childhood children chinese choice choose christian circle citizen "
              "citizens city civic civil claim class clear clearly climate close closed closing coach coast code "
              "coffee collaborate collaborative collect collective colombo come comes coming comment comments "
              "common communicate communities community companies company compare compile complaint complete "
              "complex concept concern concerned concerns conclude conclusions conduct conference confident "
              "conflict connect connected consent consider contact content contents context continue contribute "
              "control convene cooperate coordinate copy core corporate cost costs could count counter counting "
              "countries country courage course courses court courts cover covid create created creative crime "
              "crisis critical cross cultural culture current customary cycle daily dalit danger darwin data date "
              "day days deadline deal debt decade december decent decide decided deep defend defender defenders "
              "degree delhi demand democracy democratic deny depth describe design desk detail details detained "
              "develop developed dhaka dialogue did died differ different difficult digital dili dinner diploma "
              "diplomacy diplomat diplomats direct directly disability disabled disaster discuss discussed dispute "
              "diverse do document documents does doing domestic done door down draft draw drive drop due during "
              "duty each earlier early earth east eastern easy economic economy edition educate educator effect "
              "effective effort efforts eight eighteen eighty either elder elders elect election electoral eleven "
              "else email emerging employ employer empower enable end ended energy enews enforce engage engaged "
              "english enough ensure enter entire entry environment equal equality equip era especially establish "
              "estate etc ethnic europe european evaluate even evening event events ever every everybody everyone "
              "everything evidence exact example examples excel exchange executive exercise exist existing expand "
              "expect experience experiences expert experts explain explore export express extend extent extra eye "
              "face facebook facilitate facilitator facilitators facing fact factory facts fair fairly faith fall "
              "families family far farm farmer farmers father fear february federal feedback feel fellow fellows "
              "felt female few field fifteen fifth fifty fight figure figures fijian file filipina filipino "
              "filipinos fill film final finally finance find finding findings fire first firstly fish fisher "
              "fishers fishing five flood floor focal focus follow follow-up following food foot for force forced "
              "foreign forest form formal former forty forward found founder four fourteen fourth frame framework "
              "frank free freedom fresh friday friend friends from front full fund funded funder funders funding "
              "further future gap gaps gave gender general generation geneva get give given gives giving global go "
              "goal goals goes going gone good goods google govern governance government governments grant grants "
              "grassroots great green greet greeting ground group groups grow growing growth guest guests guide "
              "guided guideline guidelines guides had half hall hand handbook handle hands hanoi happen happened "
              "hard harm has have having he head health hear heard hearing heart help helped her here heritage hers "
              "high higher highlight him himalayan himself hindu his historic history hmong hold holding home "
              "honour hope host hosted hour hours house household housing how however human humanity hundred hunger "
              "idea ideas identify identity if ill image impact implement import important improve in include "
              "included includes including income increase indeed independent index indian indigenous individual "
              "indonesian industry inform informal information initial initiative initiatives inside instead "
              "institute institutional instrument instruments integrate intend interact interest interests interim "
              "internal international internet interview into introducing introduction invest invite invited "
              "involve is islamic island islander islanders islands issue issues it item items its itself jakarta "
              "january japanese job jobs join joined joint journalist journey judge judicial july june junior just "
              "justice kachin karen kathmandu keep kept key khmer kind knew know knowing knowledge known korean "
              "labour lack land lands language languages lankan lao large largest last late later latest launch law "
              "laws lawyer lawyers lay lead leader leaders leading leads learn learned learner learning least leave "
              "led left legal less lesson lessons let letter letters level levels liaise liberty library life light "
              "like likely lima limit line link linked links list listed listen literacy little live livelihood "
              "lives living local located london long longer look looking lose loss lost lot love low lower lunch "
              "made mail main maintain major majority make makes making malay malaysian male man manage manager "
              "managers mandate manila many maori map mapping march mark market markets marriage mass material "
              "materials matter matters may mayor me mean means measure measures mechanism mechanisms media medical "
              "meet meeting meetings mekong melanesia melanesian melbourne member members memory men mental mentor "
              "mentoring mentors message method methods micronesia micronesian middle might migrant migrants "
              "migrate migration military million mind mine mining minister minority minute minutes miss missing "
              "mission missions mix mixed mobile mode model modern module modules moment monday money mongolian "
              "monitor monitors month monthly more morning most mother mountain move moved movement movements much "
              "multi muslim must mutual my nairobi name names nation national nations native nature near nearly "
              "necessary need needed needs neighbour neither nepalese nepali network networking networks never new "
              "news newsletter next night nine nineteen ninety no nobody non none nor normal north northern not "
              "note notes nothing notice november now number numbers objective objectives observe obtain ocean "
              "oceania october of off offer office officer officers officials offline often oil old on once one "
              "ones ongoing online only onto open opened opening operate opinion opportunities opportunity oppose "
              "or oral order ordinary organise organised organiser organisers organize origin other others our ours "
              "out outcome outcomes outline output outreach outside over overall overview own pacific page pages "
              "paid pakistani panel paper papers papuan paragraph parallel parent parents park part participant "
              "participants participate particular partner partners parts party pass past path pay peace peaceful "
              "peasant peer pending penh people peoples per percent perhaps period permanent person personal "
              "persons phase phnom phone photo photos phrase physical picture pictures piece pilot place places "
              "plan planet plans plant play please pledge plenary plus point points police policies policy "
              "political polynesia polynesian poor popular population portal position positive possible post posts "
              "power practical practice practise practitioner prepare prepared present presented presenter "
              "presenters press prevent previous price primary principle principles print prior priorities priority "
              "prison private probably problem problems procedure proceed process processes produce product "
              "professional profile program programme programmes programs progress project projects promise promote "
              "proper property propose protect protest provide provided province public publish pull purpose push "
              "put quality quarter question questions quick quickly quiet quite quote quotes race radio raise range "
              "rapid rate rather raw reach read reader readiness reading ready real really reason rebuild receive "
              "recent recently recommend recommended record records red reduce refer reflect reform refugee "
              "refugees refuse regard region regional regions register regular relate related relevant religion "
              "religious remain remedy remember remote repeat replace report reported reporter reporters reports "
              "represent request requests require rescue research researcher reserve resilient resist resource "
              "resources respect respond rest result results return returned review rich right rights rise risk "
              "risks river road rohingya role roles room root round rule rules run rural safe safer safety said "
              "sale same samoan sample sanitation saturday save saw say says scale schedule scheme school schools "
              "science sea search season seat second secondly secretariat section sections sector sectors secure "
              "security see seeds seek seem seen select self sell senate send senior sense sent separate september "
              "series serious serve service services session sessions set sets setting seven seventeen seventy "
              "several sex shadow share shared sharing she sheet ship shop short should show showed shown side sign "
              "signal signed silence similar simple since singaporean single sister sit site situation six sixteen "
              "sixty size skill skills slow small smart so social society solid solidarity solution solutions some "
              "somebody someone something sometimes soon sort source sources south southern space speak speaker "
              "speakers special specific speech spirit spoke staff stage stakeholder stakeholders stand standard "
              "standards start started state stated stateless statement states status stay steering step steps "
              "still stone stop stories story strait strategic strategies strategy street strengthen stress strong "
              "structure student students studies study style sub-regional subject submit success such suffer "
              "suggest suggestions summary summer sunday supply support supported supporting sure surname "
              "surveillance survey survivors sustain sustainable suva sydney system systems table take taken takes "
              "taking talk talked target task tasks taught tax teach teacher team teams tech technical technology "
              "telegram tell ten term terms test thai than thank thanks that the their them theme themes themselves "
              "then theory there therefore these they thing things think third thirdly thirteen thirty this those "
              "though thought thousand threat threats three through throughout thursday thus time times timorese "
              "title to today together told tomorrow tongan too took tool toolkit tools top topic topics torres "
              "torture total touch toward towards town track trade tradition traditional traffic train trained "
              "trainee trainees trainer trainers training trainings transfer transform transit transition translate "
              "transport travel treat treaties treaty trend trial tribal tribe tried trip true trust truth try "
              "tuesday turn twelve twenty twice twitter two type types un under understand understood unfair union "
              "unions unit united university unknown unless until up update updates upon urban urge us use used "
              "useful user uses using usual valley value values various venue verify very via victim victims video "
              "vietnamese view views village villages violence virtual visa visible vision visit visits voice "
              "voices volunteer volunteers vote vulnerable wage wages wait walk wall want wanted war warm was watch "
              "water waters way ways we web webinar website wednesday week weekly weeks welcome welfare well went "
              "were west western what whatever whatsapp when where whether which while white who whole whom whose "
              "why wide widely wife will win winter wish with within without witness woman women won word words "
              "work worked worker workers working workplace works workshop workshops world worth would write writer "
              "writing written wrong wrote yangon year years yes yesterday yet york you young your yours yourself "
              "youth youtube zero zone zoom ");
    return words;
}

bool isWordOfOrganisations(const QString& folded)
{
    static const QSet<QString> words =
        setOf("academy agency alliance assembly association authority board branch bureau caucus center centre "
              "chamber church city clinic club coalition college commission committee community company congress "
              "consortium convention cooperative corporation council court covenant declaration delta department "
              "desk directorate district embassy federation fellowship forest forum foundation fund group highlands "
              "hospital hotel house initiative inn institute institution island islands lake league library "
              "ministry mission mountain movement museum network office organisation organization parliament "
              "partnership party peninsula press program programme project protocol province radio region report "
              "river road sangha school sea secretariat service services society station strait street summit "
              "syndicate task team temple territory times township treaty tribunal trust union unit university "
              "valley village voice watch ");
    return words.contains(folded) || (folded.endsWith(u's') && words.contains(folded.chopped(1)));
}

bool isSortOfBody(const QString& folded)
{
    static const QSet<QString> words = setOf(
        "advocates advogados abogados amigos amis angkar anjuman asbl ashram asociacion asosiasi associacao "
        "associates association asosiasaun attorneys avocats award badan bhd bros brothers bufete cabinet casa "
        "centro chambers co colectivo collectif comite corp corporacion cv desa despacho dewan ecole enterprise "
        "enterprises escola escritorio escuela family farm firm firma fondation fondazione forum fundacao "
        "fundacion fundasaun fundo gerakan gmbh groupe grupo ikatan inc instituto institut jamiat jaringan "
        "kantor kanzlei kendra klinik koalisi komite komunitas koperasi legal lembaga liga ligue limited llc llp "
        "ltd madrasa maison majelis majlis masjid memorial mouvement observatoire ong parishad partai "
        "partners persatuan perkumpulan pertubuhan pesantren plc prize pt pte pty pusat pvt reseau samaj "
        "samakum samhati samiti samithi sangam sangathan sangh sanggar sanstha scholarship sdn sekolah sentro "
        "sentru serikat shop societe sons srl stichting stiftung store studio sucursal syndicat tbk ud "
        "universitas verein vereniging vidyalaya workshop yayasan");
    return words.contains(folded);
}

bool isWordOfSpeech(const QString& folded)
{
    static const QSet<QString> words = setOf(
        "said says told tells spoke speaks shared explained asked described recalled reported added called thanked "
        "remembered sang wept cried laughed smiled came went lives lived died fled moderated facilitated chaired "
        "presented opened closed welcomed");
    return words.contains(folded);
}

bool isFunctionWord(const QString& folded)
{
    static const QSet<QString> words = setOf(
        "a about above accordingly across after afterwards again against ago all almost along already also although "
        "always am among an and another any anyone apparently are around as at away back be because been before "
        "behind being below beside besides between beyond both but by can consequently could dear despite did do does "
        "down during each earlier eight either else especially even eventually ever every everybody everyone except "
        "few finally first firstly five for fortunately four from furthermore had has have he hence her here hers him "
        "his hopefully how however i if in indeed initially inside instead into is it its itself just lastly later "
        "least like likewise many may maybe me meanwhile might mine more moreover most much must my near neither "
        "never nevertheless next nine no nobody none nonetheless nor not nothing now of off often on once one only "
        "onto or other others otherwise our ours out outside over perhaps please previously recently regarding sadly "
        "second secondly seven several shall she should similarly since six so some somebody someone something "
        "sometimes soon still subsequently such ten than thank thanks that the their them themselves then there "
        "therefore these they third thirdly this those though three through throughout thus to today together "
        "tomorrow tonight too toward towards two under unfortunately unless unlike until up upon us very via was we "
        "well were what when whenever where whereas whether which while who whom whose why will with within without "
        "would yes yesterday yet you your ");
    return words.contains(folded);
}

bool isAcronym(const QString& folded)
{
    static const QSet<QString> words = setOf(
        "achpr aichr aids aippnet anzac apec asean asian aseanpf aus cat cbo cedaw ceo cerd covid crc crpd cso csos "
        "dfat dtp ecosoc eia emrip esc escap esg eu fpic gdp hiv iccpr icc icescr idp idps ifi ilo imf ingo iom ipo "
        "lgbt lgbti lgbtiq lgbtqi lgbtqia mou nap nato ngo ngos nhri nhris oecd ohchr pdf png saarc sdg sdgs sogi "
        "sogie sogiesc uae udhr uk un unaids undp undrip unep unesco unfccc unfpa unga ungp ungps unhcr unhrc unicef "
        "unpfii unsw upr usa usaid who wto ");
    return words.contains(folded);
}

bool isFormedLikeAWord(const QString& folded)
{
    constexpr qsizetype shortest = 7;
    static const QStringList endings =
        QStringLiteral("tion tions sion sions ment ments ness ship ships ity ities ance ence "
                       "ology ism isms ists ational ical ative ising izing ating ening "
                       "ering ially fully ously ively able ible")
            .split(QLatin1Char(' '));
    return folded.size() >= shortest &&
           std::any_of(endings.begin(), endings.end(), [&](const QString& ending) { return folded.endsWith(ending); });
}

// "the hope lives", "with hope came": before a word of the language.
bool isBeforeNoun(const QString& folded)
{
    static const QSet<QString> words = [] {
        const QStringList all =
            QStringLiteral("a after all an and any as at before by each every few for from her his "
                           "in its little many more most much my new no of old on or our some such "
                           "that the their this to was were when where with your")
                .split(u' ');
        return QSet<QString>(all.begin(), all.end());
    }();
    return words.contains(folded);
}

bool acts(const QString& folded)
{
    static const QSet<QString> words{
        QStringLiteral("left"),    QStringLiteral("arrived"), QStringLiteral("returned"),    QStringLiteral("joined"),
        QStringLiteral("escaped"), QStringLiteral("hid"),     QStringLiteral("disappeared"), QStringLiteral("wrote")};
    return words.contains(folded);
}

} // namespace dtp
