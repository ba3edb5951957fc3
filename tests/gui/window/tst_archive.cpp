// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"
#include "models/workspace/openarchive.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr std::chrono::milliseconds Soon{100};
constexpr int Pushed = 200; // events, each third of them a read

/// What a window shows of a result.
struct Sight
{
    QStringList facets;
    QStringList cells;
    QString histogram;
    QString raw; ///< the JSON of the first event
    QByteArray exported;
};

} // namespace

/// The window over an archive of a real server: opened in the dialog, and the same in sight as over the workspace that
/// pushed.
class ArchiveWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_archive.reset(); }
    void init();
    void cleanup();

    void showsWhatTheWorkspaceShowsThatPushed();
    void findsAndGoesToTimesAsThere();
    void showsAPushOfOthers();
    void keepsPresetsOfTheArchive();
    void comesBackWithTheServer();
    void isOpenedWithAKeyThatIsTyped();
    void keepsNoKeyThatTheServerRefuses();
    void isOpenedAlthoughTheKeyCannotBeKept();
    void isOpenedAgainFromTheListOfRecentPlaces();
    void remembersWhereTheKeyIsKept();
    void theProgramStartsWithAnArchive();
    void theProgramAsksWhenItCannotStart();
    void aPictureIsNotWaitedForInVain();

private:
    [[nodiscard]] ShownArchive shown(const QString &user = u"reader"_s) const
    {
        const ArchivePlace place = m_server->place(m_archive->database(), user);
        return {place, archiveAt(ArchiveAccess{place, ClickHouseServer::key()}), {}, Soon};
    }
    [[nodiscard]] QString address(const QString &user = u"reader"_s) const
    {
        return m_server->place(m_archive->database(), user).text();
    }
    [[nodiscard]] QString title() const
    {
        return m_server->place(m_archive->database()).name() + u" – Trailglass"_s;
    }
    [[nodiscard]] static QString count(int found)
    {
        const QLocale locale;
        return u"%1 of %2 events"_s.arg(locale.toString(found), locale.toString(Pushed));
    }
    void openWorkspace()
    {
        Options options;
        options.workspace = m_workspace->folder();
        m_stage->open(options);
    }
    [[nodiscard]] Sight sightOf(const QString &fileName);
    [[nodiscard]] QByteArray exported(const QString &fileName);
    void startApplication(const Options &options);
    [[nodiscard]] MainWindow &applicationWindow() { return m_application->workspaceWindow().window(); }
    [[nodiscard]] static QDialog *dialogOf(QWidget &window)
    {
        return window.findChild<QDialog *>(u"archiveDialog"_s);
    }
    static void enter(QDialog &dialog, const QString &archive, const QString &key);
    /// By its title, also before there is applicationWindow().
    [[nodiscard]] bool isArchiveInSight() const
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        return std::ranges::any_of(windows, [name = title()](const QWidget *window) {
            return window->isVisible() && window->windowTitle() == name;
        });
    }

    std::unique_ptr<ClickHouseServer> m_server;
    std::unique_ptr<ArchiveStage> m_archive;
    std::unique_ptr<PushWorkspace> m_workspace; ///< that pushed
    std::unique_ptr<WindowStage> m_stage;
    SystemClock m_clock;
    std::unique_ptr<Trailglass::Application> m_application; ///< in the folder of the stage
};

void ArchiveWindowTest::initTestCase()
{
    if (const QString reason = ClickHouseServer::reasonMissing(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    m_server = std::make_unique<ClickHouseServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->errors()));
}

/// Each with an archive of its own.
void ArchiveWindowTest::init()
{
    m_workspace = std::make_unique<PushWorkspace>();
    m_workspace->add(m_workspace->addSource(u"work"_s), Pushed);
    m_archive = std::make_unique<ArchiveStage>(*m_server);
    VERIFY_RESULT(m_archive->create());
    VERIFY_RESULT(m_archive->push(*m_workspace));
    m_stage = std::make_unique<WindowStage>(10);
}

void ArchiveWindowTest::cleanup()
{
    m_application.reset();
    m_stage.reset();
}

QByteArray ArchiveWindowTest::exported(const QString &fileName)
{
    m_stage->window().actions().exportEvents->trigger();
    m_stage->find<QLineEdit>(u"exportFile"_s)->setText(fileName);
    auto *button = m_stage->find<QAbstractButton>(u"exportButton"_s);
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }, WindowStage::Patience))
        return {};
    button->click();
    QFile file(fileName);
    if (!QTest::qWaitFor([&file] { return file.exists(); }, WindowStage::Patience)
        || !file.open(QIODevice::ReadOnly))
        return {};
    m_stage->find<QAbstractButton>(u"exportClose"_s)->click();
    return file.readAll();
}

Sight ArchiveWindowTest::sightOf(const QString &fileName)
{
    Sight sight;
    auto *table = m_stage->find<QTableView>(u"eventTable"_s);
    const EventTableModel &model = m_stage->find<EventsView>(u"eventsView"_s)->model();
    static_cast<void>(
        QTest::qWaitFor([&model] { return model.record(0) && model.record(20); }, WindowStage::Patience));
    for (int row = 0; row <= 20; ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            sight.cells += model.index(row, column).data().toString();
    }
    const auto *histogram = m_stage->find<QLabel>(u"histogramText"_s);
    static_cast<void>(
        QTest::qWaitFor([histogram] { return !histogram->text().isEmpty(); }, WindowStage::Patience));
    sight.histogram = histogram->text();
    table->setCurrentIndex(model.index(0, 0));
    auto *tabs = m_stage->find<QTabWidget>(u"inspectorTabs"_s);
    tabs->setCurrentIndex(tabs->count() - 1);
    const auto *raw = m_stage->find<QPlainTextEdit>(u"rawText"_s);
    static_cast<void>(
        QTest::qWaitFor([raw] { return !raw->toPlainText().isEmpty(); }, WindowStage::Patience));
    sight.raw = raw->toPlainText();
    sight.exported = exported(fileName);
    const auto *pane = m_stage->find<QWidget>(u"filterPane"_s);
    static_cast<void>(waitForText(*pane, u"work"_s));
    sight.facets = textsInSight(*pane);
    return sight;
}

void ArchiveWindowTest::showsWhatTheWorkspaceShowsThatPushed()
{
    openWorkspace();
    m_stage->filter(u"action:read"_s);
    QVERIFY(m_stage->shows(count(Pushed / 3)));
    const Sight expected = sightOf(m_stage->path(u"workspace.csv"_s));
    QVERIFY(!expected.exported.isEmpty() && !expected.raw.isEmpty());

    m_stage->open({}, shown());
    m_stage->filter(u"action:read"_s);
    QVERIFY(m_stage->shows(count(Pushed / 3)));
    const Sight found = sightOf(m_stage->path(u"archive.csv"_s));

    QCOMPARE(found.cells, expected.cells);
    QCOMPARE(found.raw, expected.raw);
    QCOMPARE(found.histogram, expected.histogram);
    QCOMPARE(found.exported, expected.exported);
    // Counts come a little after the values of the groups.
    const auto *pane = m_stage->find<QWidget>(u"filterPane"_s);
    QTRY_COMPARE_WITH_TIMEOUT(textsInSight(*pane), expected.facets, WindowStage::Patience);
    QVERIFY(m_stage->find<QLabel>(u"costText"_s)->text().contains(u" s · "_s));
}

void ArchiveWindowTest::findsAndGoesToTimesAsThere()
{
    m_stage->open({}, shown());
    QVERIFY(m_stage->shows(count(Pushed)));
    m_stage->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    m_stage->window().actions().find->trigger();
    auto *edit = m_stage->find<QLineEdit>(u"findEdit"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"READ"_s);
    const auto *state = m_stage->find<QLabel>(u"findState"_s);
    QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QString::number(Pushed / 3)), WindowStage::Patience);
    QTest::keyClick(edit, Qt::Key_Escape);

    const EventTableModel &model = m_stage->find<EventsView>(u"eventsView"_s)->model();
    const int row = Pushed / 2;
    auto *table = m_stage->find<QTableView>(u"eventTable"_s);
    table->scrollTo(model.index(row, 0));
    QTRY_VERIFY_WITH_TIMEOUT(model.record(row), WindowStage::Patience);
    const QString time = QString::fromStdString(formatTime(model.record(row)->event.created));
    table->scrollToTop();
    m_stage->window().actions().goToTime->trigger();
    QPointer<QDialog> dialog = m_stage->find<QDialog>(u"goToTimeDialog"_s);
    dialog->findChild<QLineEdit *>(u"goToTime"_s)->setText(time);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"goToTime"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().row(), row, WindowStage::Patience);
}

void ArchiveWindowTest::showsAPushOfOthers()
{
    m_stage->open({}, shown());
    QVERIFY(m_stage->shows(count(Pushed)));
    PushWorkspace other(u"other"_s);
    other.add(other.addSource(u"elsewhere"_s), 50);

    VERIFY_RESULT(m_archive->push(other));

    QVERIFY(m_stage->shows(u"%1 of %1 events"_s.arg(QLocale().toString(Pushed + 50))));
    QVERIFY(waitForText(*m_stage->find<QWidget>(u"filterPane"_s), u"elsewhere"_s));
}

void ArchiveWindowTest::keepsPresetsOfTheArchive()
{
    const auto preset = [this] {
        return m_stage->window().findChild<QAction *>(u"preset:Reads"_s);
    };
    m_stage->open({}, shown());
    m_stage->filter(u"action:read"_s);
    QVERIFY(m_stage->shows(count(Pushed / 3)));
    m_stage->find<QAction>(u"savePreset"_s)->trigger();
    m_stage->find<QLineEdit>(u"presetName"_s)->setText(u"Reads"_s);
    m_stage->find<QAbstractButton>(u"saveButton"_s)->click();
    QTRY_VERIFY(preset());

    openWorkspace(); // has presets of its own
    QVERIFY(m_stage->shows(count(Pushed)));
    QVERIFY(!preset());

    m_stage->open({}, shown(u"push"_s)); // as another user
    QTRY_VERIFY(preset());
    m_stage->filter(u"NOT preset:Reads"_s);
    QVERIFY(m_stage->shows(count(Pushed - Pushed / 3)));
}

void ArchiveWindowTest::comesBackWithTheServer()
{
    m_stage->open({}, shown());
    QVERIFY(m_stage->shows(count(Pushed)));
    const EventTableModel &model = m_stage->find<EventsView>(u"eventsView"_s)->model();
    QTRY_VERIFY_WITH_TIMEOUT(model.record(0), WindowStage::Patience);
    m_server->kill9();
    m_stage->filter(u"action:read"_s);
    MessageStrip &strip = m_stage->window().strip();
    QTRY_VERIFY_WITH_TIMEOUT(strip.isVisible(), WindowStage::Patience);
    QVERIFY2(strip.text().contains(m_server->place(m_archive->database()).server()),
             qPrintable(strip.text()));
    QCOMPARE(model.rowCount(), Pushed);
    QVERIFY(model.record(0));

    QVERIFY2(m_server->start(), qPrintable(m_server->errors()));

    QVERIFY(m_stage->shows(count(Pushed / 3)));
    QTRY_VERIFY(!strip.isVisible());
}

void ArchiveWindowTest::startApplication(const Options &options)
{
    m_application.reset();
    m_application = std::make_unique<Trailglass::Application>(WorkspaceWindow::Dependencies{
        m_stage->keychain, m_clock, m_stage->path(u"settings.ini"_s), m_stage->path(u"approvals.json"_s)});
    VERIFY_RESULT(m_application->start(options));
}

void ArchiveWindowTest::enter(QDialog &dialog, const QString &archive, const QString &key)
{
    dialog.findChild<QLineEdit *>(u"archiveAddress"_s)->setText(archive);
    dialog.findChild<QLineEdit *>(u"secret"_s)->setText(key);
    dialog.findChild<QAbstractButton *>(u"openArchiveButton"_s)->click();
}

void ArchiveWindowTest::isOpenedWithAKeyThatIsTyped()
{
    Options options;
    options.workspace = m_workspace->folder();
    startApplication(options);
    applicationWindow().actions().openArchive->trigger();
    QPointer<QDialog> dialog = dialogOf(applicationWindow());
    QVERIFY(dialog && dialog->isVisible());

    enter(*dialog, address(), ClickHouseServer::keyText());

    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), title(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed)));
    QVERIFY(!dialog);
    // The key is in the keychain, bound to its address, and nowhere else.
    QCOMPARE(m_stage->keychain.secrets.size(), 1);
    QCOMPARE(m_stage->keychain.secrets.first().secret, ClickHouseServer::key());
    QCOMPARE(m_stage->keychain.secrets.first().origin, m_server->place(m_archive->database()).origin());
    m_application->workspaceWindow().saveState();
    m_application.reset();
    QFile settings(m_stage->path(u"settings.ini"_s));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray remembered = settings.readAll();
    QVERIFY(remembered.contains(address().toUtf8()));
    QVERIFY(!remembered.contains(ClickHouseServer::keyText().toUtf8()));
}

void ArchiveWindowTest::keepsNoKeyThatTheServerRefuses()
{
    Options options;
    options.workspace = m_workspace->folder();
    startApplication(options);
    const QString before = applicationWindow().windowTitle();
    applicationWindow().actions().openArchive->trigger();
    QPointer<QDialog> dialog = dialogOf(applicationWindow());

    enter(*dialog, address(), u"wrong"_s);

    auto *strip = dialog->findChild<MessageStrip *>(u"archiveProblem"_s);
    const QString server = m_server->place(m_archive->database()).server();
    QTRY_VERIFY_WITH_TIMEOUT(strip->text().contains(server), WindowStage::Patience);
    QVERIFY(dialog->isVisible());
    QVERIFY(m_stage->keychain.secrets.isEmpty());
    QCOMPARE(applicationWindow().windowTitle(), before);

    enter(*dialog, address(), ClickHouseServer::keyText()); // tried again
    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), title(), WindowStage::Patience);
}

void ArchiveWindowTest::isOpenedAlthoughTheKeyCannotBeKept()
{
    Options options;
    options.workspace = m_workspace->folder();
    startApplication(options);
    m_stage->keychain.deniedToWrite = u"127.0.0.1:%1"_s.arg(m_server->port());
    applicationWindow().actions().openArchive->trigger();

    enter(*dialogOf(applicationWindow()), address(), ClickHouseServer::keyText());

    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), title(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed)));
    const QString said = applicationWindow().strip().text();
    QVERIFY2(said.startsWith(u"The key was not kept."_s), qPrintable(said));
}

void ArchiveWindowTest::isOpenedAgainFromTheListOfRecentPlaces()
{
    isOpenedWithAKeyThatIsTyped();
    Options options;
    options.workspace = m_workspace->folder();
    startApplication(options);
    QMenu &recent = applicationWindow().recentPlaces();
    Q_EMIT recent.aboutToShow();
    QCOMPARE(recent.actions().size(), 2);
    QAction *archive = recent.actions().at(1); // after the workspace that is open
    QCOMPARE(archive->text(), address());

    archive->trigger(); // with the key in the keychain

    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), title(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed)));
}

void ArchiveWindowTest::remembersWhereTheKeyIsKept()
{
    const QString variable = u"TRAILGLASS_TEST_ARCHIVE_KEY"_s;
    qputenv(variable.toLatin1().constData(), ClickHouseServer::keyText().toUtf8());
    Options options;
    options.workspace = m_workspace->folder();
    startApplication(options);
    applicationWindow().actions().openArchive->trigger();
    QDialog *dialog = dialogOf(applicationWindow());
    dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->setText(address());
    auto *places = dialog->findChild<QComboBox *>(u"place"_s);
    places->setCurrentIndex(places->findData(int(SecretReference::Kind::Environment)));
    dialog->findChild<QLineEdit *>(u"reference"_s)->setText(variable);
    dialog->findChild<QAbstractButton *>(u"openArchiveButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), title(), WindowStage::Patience);
    QVERIFY(m_stage->keychain.secrets.isEmpty());

    Options again;
    again.archive = address();
    startApplication(again); // without a word of the key
    QTRY_VERIFY_WITH_TIMEOUT(isArchiveInSight(), WindowStage::Patience);
    qunsetenv(variable.toLatin1().constData());
}

void ArchiveWindowTest::theProgramStartsWithAnArchive()
{
    isOpenedWithAKeyThatIsTyped(); // so that the key is in the keychain
    Options options;
    options.archive = address();
    options.filter = u"action:read"_s;
    options.hasFilter = true;

    startApplication(options);

    QTRY_VERIFY_WITH_TIMEOUT(isArchiveInSight(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed / 3)));
}

void ArchiveWindowTest::theProgramAsksWhenItCannotStart()
{
    Options options;
    options.archive = address();
    startApplication(options); // there is no key

    QPointer<QDialog> dialog;
    const auto hasDialog = [&dialog] {
        const QWidgetList windows = QApplication::topLevelWidgets();
        const auto found = std::ranges::find_if(windows, [](const QWidget *window) {
            return window->isVisible() && window->objectName() == "archiveDialog"_L1;
        });
        dialog = found == windows.end() ? nullptr : qobject_cast<QDialog *>(*found);
        return !dialog.isNull();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasDialog(), WindowStage::Patience);
    auto *strip = dialog->findChild<MessageStrip *>(u"archiveProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip->text().contains(u"does not accept the user or its key"_s),
                             WindowStage::Patience);

    enter(*dialog, address(), ClickHouseServer::keyText());

    QTRY_VERIFY_WITH_TIMEOUT(!dialog, WindowStage::Patience);
    QCOMPARE(applicationWindow().windowTitle(), title());
}

void ArchiveWindowTest::aPictureIsNotWaitedForInVain()
{
    Options options;
    options.archive = address();
    options.screenshot = m_stage->path(u"picture.png"_s);
    m_application = std::make_unique<Trailglass::Application>(WorkspaceWindow::Dependencies{
        m_stage->keychain, m_clock, m_stage->path(u"settings.ini"_s), m_stage->path(u"approvals.json"_s)});
    QSignalSpy failed(m_application.get(), &Trailglass::Application::startFailed);

    VERIFY_RESULT(m_application->start(options));

    QVERIFY(failed.wait(WindowStage::Patience));
    QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::Unauthorized);
}

} // namespace Trailglass::Testing

TRAILGLASS_GUI_TEST(Trailglass::Testing::ArchiveWindowTest)
#include "tst_archive.moc"
