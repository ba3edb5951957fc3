// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"
#include "models/workspace/knownarchive.h"
#include "tests/gui/window/pushedarchive.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "views/common/messagestrip.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTreeWidget>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int Pushed = PushedArchive::Events;

} // namespace

/// An archive of a real server is opened: in the dialog, from the list of recent places, with the program.
class ArchiveOpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_stage = std::make_unique<WindowStage>(10); }
    void cleanup();

    void isOpenedWithAKeyThatIsTyped();
    void keepsNoKeyThatTheServerRefuses();
    void isOpenedAlthoughTheKeyCannotBeKept();
    void isOpenedAgainFromTheListOfRecentPlaces();
    void remembersWhereTheKeyIsKept();
    void theProgramStartsWithAnArchive();
    void theProgramAsksWhenItCannotStart();
    void showsWhatIsKnownWhileTheServerIsAway_data();
    void showsWhatIsKnownWhileTheServerIsAway();
    void aPictureIsNotWaitedForInVain();

private:
    [[nodiscard]] QString address() const { return m_pushed.place().text(); }
    [[nodiscard]] static QString count(int found) { return PushedArchive::count(found); }
    void startApplication(const Options &options);
    [[nodiscard]] MainWindow &applicationWindow() { return m_application->workspaceWindow().window(); }
    [[nodiscard]] static QDialog *dialogOf(QWidget &window)
    {
        return window.findChild<QDialog *>(u"archiveDialog"_s);
    }
    /// Waits for that of a program that has no window yet.
    [[nodiscard]] static QDialog *awaitedDialog();
    static void enter(QDialog &dialog, const QString &archive, const QString &key);
    /// By its title, also before there is applicationWindow().
    [[nodiscard]] bool isArchiveInSight() const
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        return std::ranges::any_of(windows, [name = m_pushed.title()](const QWidget *window) {
            return window->isVisible() && window->windowTitle() == name;
        });
    }

    PushedArchive m_pushed;
    std::unique_ptr<WindowStage> m_stage;
    SystemClock m_clock;
    std::unique_ptr<Trailglass::Application> m_application; ///< in the folder of the stage
};

void ArchiveOpeningTest::initTestCase()
{
    START_SERVER(m_pushed.server());
    VERIFY_RESULT(m_pushed.push());
}

void ArchiveOpeningTest::cleanup()
{
    m_application.reset();
    m_stage.reset();
}

void ArchiveOpeningTest::startApplication(const Options &options)
{
    m_application.reset();
    m_application = std::make_unique<Trailglass::Application>(WorkspaceWindow::Dependencies{
        m_stage->keychain, m_clock, m_stage->path(u"settings.ini"_s), m_stage->path(u"approvals.json"_s)});
    VERIFY_RESULT(m_application->start(options));
}

QDialog *ArchiveOpeningTest::awaitedDialog()
{
    QDialog *dialog = nullptr;
    const auto isShown = [&dialog] {
        const QWidgetList windows = QApplication::topLevelWidgets();
        const auto found = std::ranges::find_if(windows, [](const QWidget *window) {
            return window->isVisible() && window->objectName() == "archiveDialog"_L1;
        });
        dialog = found == windows.end() ? nullptr : qobject_cast<QDialog *>(*found);
        return dialog != nullptr;
    };
    return QTest::qWaitFor(isShown, WindowStage::Patience) ? dialog : nullptr;
}

void ArchiveOpeningTest::enter(QDialog &dialog, const QString &archive, const QString &key)
{
    dialog.findChild<QLineEdit *>(u"archiveAddress"_s)->setText(archive);
    dialog.findChild<QLineEdit *>(u"secret"_s)->setText(key);
    dialog.findChild<QAbstractButton *>(u"openArchiveButton"_s)->click();
}

void ArchiveOpeningTest::isOpenedWithAKeyThatIsTyped()
{
    Options options;
    options.workspace = m_pushed.workspace().folder();
    startApplication(options);
    applicationWindow().actions().openArchive->trigger();
    QPointer<QDialog> dialog = dialogOf(applicationWindow());
    QVERIFY(dialog && dialog->isVisible());

    enter(*dialog, address(), ClickHouseServer::keyText());

    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), m_pushed.title(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed)));
    QVERIFY(!dialog);
    // The key is in the keychain, bound to its address, and nowhere else.
    QCOMPARE(m_stage->keychain.secrets.size(), 1);
    QCOMPARE(m_stage->keychain.secrets.first().secret, ClickHouseServer::key());
    QCOMPARE(m_stage->keychain.secrets.first().origin, m_pushed.place().origin());
    m_application->workspaceWindow().saveState();
    m_application.reset();
    QFile settings(m_stage->path(u"settings.ini"_s));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    const QByteArray remembered = settings.readAll();
    QVERIFY(remembered.contains(address().toUtf8()));
    QVERIFY(!remembered.contains(ClickHouseServer::keyText().toUtf8()));
}

void ArchiveOpeningTest::keepsNoKeyThatTheServerRefuses()
{
    Options options;
    options.workspace = m_pushed.workspace().folder();
    startApplication(options);
    const QString before = applicationWindow().windowTitle();
    applicationWindow().actions().openArchive->trigger();
    QPointer<QDialog> dialog = dialogOf(applicationWindow());

    enter(*dialog, address(), u"wrong"_s);

    auto *strip = dialog->findChild<MessageStrip *>(u"archiveProblem"_s);
    const QString server = m_pushed.place().server();
    QTRY_VERIFY_WITH_TIMEOUT(strip->text().contains(server), WindowStage::Patience);
    QVERIFY(dialog->isVisible());
    QVERIFY(m_stage->keychain.secrets.isEmpty());
    QCOMPARE(applicationWindow().windowTitle(), before);

    enter(*dialog, address(), ClickHouseServer::keyText()); // tried again
    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), m_pushed.title(), WindowStage::Patience);
}

void ArchiveOpeningTest::isOpenedAlthoughTheKeyCannotBeKept()
{
    Options options;
    options.workspace = m_pushed.workspace().folder();
    startApplication(options);
    m_stage->keychain.deniedToWrite = u"127.0.0.1:%1"_s.arg(m_pushed.server().port());
    applicationWindow().actions().openArchive->trigger();

    enter(*dialogOf(applicationWindow()), address(), ClickHouseServer::keyText());

    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), m_pushed.title(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed)));
    const QString said = applicationWindow().strip().text();
    QVERIFY2(said.startsWith(u"The key was not kept."_s), qPrintable(said));
}

void ArchiveOpeningTest::isOpenedAgainFromTheListOfRecentPlaces()
{
    isOpenedWithAKeyThatIsTyped();
    Options options;
    options.workspace = m_pushed.workspace().folder();
    startApplication(options);
    QMenu &recent = applicationWindow().recentPlaces();
    Q_EMIT recent.aboutToShow();
    QCOMPARE(recent.actions().size(), 2);
    QAction *archive = recent.actions().at(1); // after the workspace that is open
    QCOMPARE(archive->text(), address());

    archive->trigger(); // with the key in the keychain

    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), m_pushed.title(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed)));
}

void ArchiveOpeningTest::remembersWhereTheKeyIsKept()
{
    const QString variable = u"TRAILGLASS_TEST_ARCHIVE_KEY"_s;
    qputenv(variable.toLatin1().constData(), ClickHouseServer::keyText().toUtf8());
    Options options;
    options.workspace = m_pushed.workspace().folder();
    startApplication(options);
    applicationWindow().actions().openArchive->trigger();
    QDialog *dialog = dialogOf(applicationWindow());
    dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->setText(address());
    auto *places = dialog->findChild<QComboBox *>(u"place"_s);
    places->setCurrentIndex(places->findData(int(SecretReference::Kind::Environment)));
    dialog->findChild<QLineEdit *>(u"reference"_s)->setText(variable);
    dialog->findChild<QAbstractButton *>(u"openArchiveButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(applicationWindow().windowTitle(), m_pushed.title(), WindowStage::Patience);
    QVERIFY(m_stage->keychain.secrets.isEmpty());

    Options again;
    again.archive = address();
    startApplication(again); // without a word of the key
    QTRY_VERIFY_WITH_TIMEOUT(isArchiveInSight(), WindowStage::Patience);
    qunsetenv(variable.toLatin1().constData());
}

void ArchiveOpeningTest::theProgramStartsWithAnArchive()
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

void ArchiveOpeningTest::theProgramAsksWhenItCannotStart()
{
    Options options;
    options.archive = address();
    startApplication(options); // there is no key

    const QPointer<QDialog> dialog = awaitedDialog();
    QVERIFY(dialog);
    auto *strip = dialog->findChild<MessageStrip *>(u"archiveProblem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip->text().contains(u"does not accept the user or its key"_s),
                             WindowStage::Patience);

    enter(*dialog, address(), ClickHouseServer::keyText());

    QTRY_VERIFY_WITH_TIMEOUT(!dialog, WindowStage::Patience);
    QCOMPARE(applicationWindow().windowTitle(), m_pushed.title());
}

void ArchiveOpeningTest::showsWhatIsKnownWhileTheServerIsAway_data()
{
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("as it was kept") << false;
    QTest::newRow("damaged since") << true;
}

void ArchiveOpeningTest::showsWhatIsKnownWhileTheServerIsAway()
{
    QFETCH(const bool, isDamaged);
    const QString settings = m_stage->path(u"settings.ini"_s);
    isOpenedWithAKeyThatIsTyped(); // so that the key is in the keychain
    Options options;
    options.archive = address();
    startApplication(options);
    QTRY_VERIFY_WITH_TIMEOUT(knownArchive(m_pushed.place(), settings), WindowStage::Patience);
    m_application.reset();
    QFile file(knownArchiveFile(m_pushed.place(), settings));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(!file.readAll().contains(ClickHouseServer::keyText().toUtf8()));
    if (isDamaged)
        QVERIFY(file.resize(file.size() / 2));
    file.close();
    m_pushed.server().kill9();
    auto restart = qScopeGuard([this] { static_cast<void>(m_pushed.server().start()); });

    startApplication(options);

    const QPointer<QDialog> dialog = awaitedDialog();
    QVERIFY(dialog);
    auto *strip = dialog->findChild<MessageStrip *>(u"archiveProblem"_s);
    auto *known = dialog->findChild<QTreeWidget *>(u"archiveFacts"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip->text().contains(u"failed or was lost"_s), WindowStage::Patience);
    QCOMPARE(strip->text().contains(u"No events can be shown until the archive is available again"_s),
             !isDamaged);
    QCOMPARE(known->isVisible(), !isDamaged);
    if (!isDamaged) {
        const QString title = dialog->findChild<QLabel *>(u"archiveKnownTitle"_s)->text();
        QVERIFY2(title.startsWith(u"Last known state, read on 20"_s), qPrintable(title));
        const QStringList facts = cellTexts(*known).shown;
        QVERIFY2(facts.contains(QLocale().toString(Pushed)) && facts.contains(u"work"_s),
                 qPrintable(facts.join(u'\n')));
    }
    QVERIFY(!isArchiveInSight());

    QVERIFY(m_pushed.server().start());
    restart.dismiss();
    const QString again = isDamaged ? u"openArchiveButton"_s : u"messageAction"_s;
    dialog->findChild<QAbstractButton *>(again)->click();

    QTRY_VERIFY_WITH_TIMEOUT(isArchiveInSight(), WindowStage::Patience);
    QVERIFY(waitForText(applicationWindow(), count(Pushed)));
    QVERIFY(!dialog);
}

void ArchiveOpeningTest::aPictureIsNotWaitedForInVain()
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

TRAILGLASS_GUI_TEST(ArchiveOpeningTest)
#include "tst_archiveopening.moc"
