// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMessageBox>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr auto DemoCount = "6,370 of 6,370 event(s)"_L1;

} // namespace

/// What a new user meets: the first page, the demo data, and the way back.
class FirstStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"tmp"_s));
        qputenv("TMPDIR", QFile::encodeName(path(u"tmp"_s)));
        m_application = std::make_unique<Trailglass::Application>(WorkspaceWindow::Dependencies{
            m_keychain, m_clock, path(u"settings.ini"_s), path(u"approvals.json"_s)});
    }
    void cleanup()
    {
        m_application.reset();
        QCOMPARE(demoFolders().size(), 0);
        qunsetenv("TMPDIR");
    }

    void theFirstCardAddsASource()
    {
        openOwn();
        QTRY_VERIFY(window().showsFirstRun());
        card(u"addSource"_s)->click();
        QTRY_VERIFY(window().findChild<QWidget *>(u"sourceDialog"_s));
        window().findChild<QWidget *>(u"sourceDialog"_s)->close();
    }

    void theSecondCardOpensOneDemoAndThereIsAWayBack()
    {
        openOwn();
        QTRY_VERIFY(window().showsFirstRun());
        QTest::mouseDClick(card(u"openDemo"_s), Qt::LeftButton);
        card(u"openDemo"_s)->click();
        QVERIFY(shows(DemoCount));
        QCOMPARE(demoFolders().size(), 1);
        QVERIFY(!window().showsFirstRun());
        QVERIFY(window().notice().isVisible());
        QVERIFY(window().notice().text().contains(u"demo data"_s));

        window().notice().findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(window().showsFirstRun(), WindowStage::Patience);
        QVERIFY(!window().notice().isVisible());
        QCOMPARE(window().findChild<QLabel *>(u"workspacePath"_s)->text(), u"Workspace: "_s + path(u"own"_s));
    }

    void theNoticeFollowsTheAppearance()
    {
        openDemo();
        const auto lightness = [this] {
            return window().notice().palette().color(QPalette::Window).lightness();
        };
        window().findChild<QAction *>(u"appearance.light"_s)->trigger();
        QTRY_VERIFY(lightness() > 200);
        window().findChild<QAction *>(u"appearance.dark"_s)->trigger();
        QTRY_VERIFY(lightness() < 80);
        window().findChild<QAction *>(u"appearance.system"_s)->trigger();
    }

    void theDemoTakesNoSources()
    {
        openDemo();
        QVERIFY(shows(DemoCount));
        QVERIFY(!window().actions().addSource->isEnabled());
        QVERIFY(!window().actions().syncAll->isEnabled());
        QVERIFY(!window().actions().pushAfterSync->isEnabled());
        QVERIFY(!window().actions().manageArchive->isEnabled());
        window().actions().showSources->trigger();
        auto *pane = window().findChild<QWidget *>(u"sourcesPane"_s);
        QTRY_VERIFY(pane->isVisible());
        auto *strip = pane->findChild<MessageStrip *>();
        for (const QString &name :
             {u"addSource"_s, u"editSource"_s, u"removeSource"_s, u"testSource"_s, u"syncAll"_s}) {
            strip->hide();
            pane->findChild<QAction *>(name)->trigger();
            QVERIFY2(strip->isVisible(), qPrintable(name));
            QVERIFY(!window().findChild<QWidget *>(u"sourceDialog"_s));
            QVERIFY(!hasMessageBox());
        }
        QCOMPARE(m_keychain.asked, 0);
    }

    void theDemoLeavesTheFiltersOfOnesOwnAlone()
    {
        openOwn();
        QTRY_VERIFY(window().showsFirstRun());
        type(u"actor:ann"_s);
        openDemo();
        QVERIFY(shows(DemoCount));
        QCOMPARE(window().findChild<QLineEdit *>(u"queryEdit"_s)->text(), QString());
        type(u"op:grant"_s);
        openOwn();
        QCOMPARE(window().findChild<QLineEdit *>(u"queryEdit"_s)->text(), u"actor:ann"_s);
    }

    void aDemoThatFailsCanBeTriedAgain()
    {
        {
            const Support::FileSizeLimit limit(100'000);
            openDemo();
            QTRY_VERIFY_WITH_TIMEOUT(window().strip().isVisible(), WindowStage::Patience);
            QVERIFY(waitForText(window(), u"The events cannot be read"_s));
            QVERIFY(textsInSight(window()).filter(u"Reading the events"_s).isEmpty());
        }
        window().strip().findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QVERIFY(shows(DemoCount));
        QVERIFY(!window().strip().isVisible());
        QCOMPARE(demoFolders().size(), 1);
    }

    void removingTheLastSourceLeadsBack()
    {
        WindowStage stage(100);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(!stage.window().showsFirstRun());
        QVERIFY(stage.sync());
        stage.open(); // so that the numbers are those of the workspace
        auto *pane = stage.find<SourcesPane>(u"sourcesPane"_s);
        QTRY_VERIFY_WITH_TIMEOUT(pane->model().rowCount() == 1, WindowStage::Patience);
        QVERIFY(pane->model().rows().constFirst().events > 0);
        pane->findChild<QAction *>(u"removeSource"_s)->trigger();
        auto *question = stage.find<QMessageBox>(u"removeQuestion"_s);
        question->findChild<QCheckBox *>(u"deleteEvents"_s)->setChecked(true);
        question->findChild<QAbstractButton *>(u"confirm"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(stage.window().showsFirstRun(), WindowStage::Patience);
        QVERIFY(stage.find<QAbstractButton>(u"openDemo"_s)->isVisible());
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] MainWindow &window() { return m_application->workspaceWindow().window(); }
    [[nodiscard]] QAbstractButton *card(const QString &name)
    {
        return window().findChild<QWidget *>(u"firstRunPage"_s)->findChild<QAbstractButton *>(name);
    }
    [[nodiscard]] QStringList demoFolders() const
    {
        return QDir(path(u"tmp"_s)).entryList({u"trailglass-demo-*"_s}, QDir::Dirs);
    }

    void openOwn()
    {
        Options options;
        options.workspace = path(u"own"_s);
        QVERIFY(m_application->open(options));
    }
    void openDemo()
    {
        Options options;
        options.demo = true;
        QVERIFY(m_application->open(options));
    }
    void type(const QString &filter)
    {
        auto *edit = window().findChild<QLineEdit *>(u"queryEdit"_s);
        edit->setText(filter);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    /// Of whatever window there is by then.
    [[nodiscard]] bool shows(const QString &count)
    {
        const auto isShown = [this, &count] {
            return window().findChild<QLabel *>(u"countText"_s)->text() == count;
        };
        return QTest::qWaitFor(isShown, WindowStage::Patience);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeKeychain m_keychain;
    SystemClock m_clock;
    std::unique_ptr<Trailglass::Application> m_application;
};

TRAILGLASS_GUI_TEST(FirstStepsTest)
#include "tst_firststeps.moc"
