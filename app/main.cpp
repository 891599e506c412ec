// SPDX-License-Identifier: GPL-3.0-or-later
// The window: dtp-secretariat [FILE] [--sample]
#include <base/english_plurals.h>
#include <platform/platform.h>
#include <ui/session/second_start.h>
#include <ui/settings/computer_settings.h>
#include <ui/shell/main_window.h>
#include <ui/shell/tour.h>
#include <ui/tables/record_table.h>
#include <ui/widgets/theme.h>
#include <ui/widgets/window_dialogs.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QSettings>
#include <QTextStream>
#include <QTimer>
#include <QTranslator>

#include <cstring>
#include <memory>

namespace
{
bool has(int argc, char** argv, const char* option)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], option) == 0)
            return true;
    }
    return false;
}

// Says once a list of records has been painted, and how long that took since the program began.
class FirstPaint : public QObject
{
public:
    FirstPaint(QElapsedTimer since, QObject* parent) : QObject(parent), m_since(since)
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || m_isDone)
            return false;
        const auto* table = qobject_cast<dtp::RecordTable*>(watched->parent());
        if (!table || watched != table->viewport() || !table->model() || table->model()->rowCount() == 0)
            return false;
        m_isDone = true;
        QTimer::singleShot(0, this, [this] {
            QTextStream(stdout) << "first-list-ms " << m_since.elapsed() << '\n'
                                << "peak-kb " << dtp::platform::peakMemory() << '\n';
            // The whole of a long list comes from a thread after that; its memory counts as well.
            QTimer::singleShot(m_waitForAll, this, [] {
                QTextStream(stdout) << "peak-kb-complete " << dtp::platform::peakMemory() << '\n';
                QCoreApplication::quit();
            });
        });
        return false;
    }

private:
    static constexpr int m_waitForAll = 3000;
    QElapsedTimer m_since;
    bool m_isDone = false;
};

// Qt says much about fonts and displays that concerns no user: it is for those who ask for it.
void passMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtFatalMsg || type == QtCriticalMsg || qEnvironmentVariableIsSet("DTP_VERBOSE"))
        QTextStream(stderr) << message << '\n';
}

void loadTranslations(QApplication& application)
{
    auto* ours = new QTranslator(&application);
    if (ours->load(QLocale(), QStringLiteral("dtp-secretariat"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(ours);
    auto* qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}
// What can be said on starting.
struct CommandLine {
    QCommandLineParser parser;
    const QCommandLineOption sample{QStringLiteral("sample"),
                                    QCoreApplication::translate("main", "Open sample data to explore.")};
    const QCommandLineOption sampleIfFirst{
        QStringLiteral("sample-if-first"),
        QCoreApplication::translate("main", "Open the last file, or sample data when none was opened before.")};
    const QCommandLineOption tour{
        QStringLiteral("tour"),
        QCoreApplication::translate("main", "Make pictures of every page and sample files in FOLDER, and end."),
        QStringLiteral("FOLDER")};
    const QCommandLineOption people{QStringLiteral("people"),
                                    QCoreApplication::translate("main", "How many people the sample has."),
                                    QStringLiteral("N"), QStringLiteral("3500")};
    const QCommandLineOption measure{
        QStringLiteral("measure-start"),
        QCoreApplication::translate("main", "Print how long the first list took to appear, and end.")};

    CommandLine()
    {
        parser.setApplicationDescription(QCoreApplication::translate(
            "main", "Alumni, networks, workshops and reports of a human rights training program."));
        parser.addHelpOption();
        parser.addVersionOption();
        parser.addPositionalArgument(QStringLiteral("file"),
                                     QCoreApplication::translate("main", "The file to open; without it the last one."),
                                     QStringLiteral("[FILE]"));
        parser.addOptions({sample, sampleIfFirst, tour, people, measure});
    }
};

// The names under which the desktop and the settings know us, and the languages.
void introduce(QApplication& application)
{
    QCoreApplication::setOrganizationName(QStringLiteral("dtp"));
    QCoreApplication::setApplicationName(QStringLiteral("dtp-secretariat"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DTP_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("DTP Secretariat"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.dtp.secretariat"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.dtp.secretariat.svg")));
    dtp::installEnglishPlurals(application);
    loadTranslations(application);
}
} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer since;
    since.start();
    dtp::platform::keepFilesPrivate();
    dtp::platform::forbidNetwork();
    dtp::platform::forbidDumps();
    if (has(argc, argv, "--tour") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(&passMessage);
    QApplication application(argc, argv);
    introduce(application);
    if (const QString notice = dtp::platform::networkNotice(); !notice.isEmpty())
        QTextStream(stderr) << notice << '\n'; // the window and Help → About say it, too

    CommandLine line;
    line.parser.process(application);

    QSettings settings;
    dtp::applyTheme(application, dtp::ComputerSettings(settings).theme());
    if (line.parser.isSet(line.tour)) {
        const auto done = dtp::runTour(line.parser.value(line.tour), line.parser.value(line.people).toInt());
        if (!done)
            QTextStream(stderr) << done.error().sentence << '\n';
        return done ? 0 : 1;
    }

    const QString named = line.parser.positionalArguments().value(0);
    const QString last = settings.value(QStringLiteral("recent")).toStringList().value(0);
    if (!line.parser.isSet(line.measure) && (!named.isEmpty() || !line.parser.isSet(line.sample)) &&
        dtp::tellFirstStart(dtp::platform::fileIdentity(named.isEmpty() ? last : named)))
        return 0; // it is open already, and its window is shown

    dtp::WindowDialogs dialogs;
    dtp::MainWindow window(settings, dialogs);
    window.setNotice(dtp::platform::networkNotice());
    std::unique_ptr<FirstPaint> firstPaint;
    if (line.parser.isSet(line.measure))
        firstPaint = std::make_unique<FirstPaint>(since, nullptr);
    const QString page = line.parser.isSet(line.measure) ? QStringLiteral("people") : QString();
    if (!named.isEmpty()) {
        window.openFile(named, page);
    } else if (!line.parser.isSet(line.sample) && !last.isEmpty() && QFileInfo::exists(last)) {
        window.openFile(last, page);
    }
    window.show();
    if (!window.workspace() &&
        (line.parser.isSet(line.sample) || (line.parser.isSet(line.sampleIfFirst) && last.isEmpty())))
        QTimer::singleShot(0, &window,
                           [&window, count = line.parser.value(line.people).toInt()] { window.openSample(count); });
    return QApplication::exec();
}
