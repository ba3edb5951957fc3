// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/application.h"
#include "models/store/databasefile.h"
#include "models/store/eventwriter.h"
#include "models/store/migrations.h"
#include "models/store/schema.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/filters/filterpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Several workspaces in one window: opened, switched, upgraded; and what was synced of each source.
class WorkspacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_application = std::make_unique<Trailglass::Application>(WorkspaceWindow::Dependencies{
            m_keychain, m_clock, path(u"settings.ini"_s), path(u"approvals.json"_s)});
        makeWorkspace(u"one"_s);
        makeWorkspace(u"two"_s);
        open(u"one"_s);
        QTRY_VERIFY(!window().showsFirstRun());
    }
    void cleanup() { m_application.reset(); }

    void opensAFolderThatIsChosen()
    {
        window().actions().openWorkspace->trigger();
        auto *dialog = window().findChild<QFileDialog *>(u"openWorkspaceDialog"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path(u"two"_s));
        QTRY_COMPARE(window().windowTitle(), u"two – Trailglass"_s);
    }

    void remembersWhatWasOpen()
    {
        open(u"two"_s);
        open(u"one"_s);
        QMenu &recent = window().recentPlaces();
        Q_EMIT recent.aboutToShow();
        QCOMPARE(recent.actions().size(), 2);
        QVERIFY(recent.actions().at(0)->text().endsWith(u"/one"_s));
        QVERIFY(recent.actions().at(0)->isChecked());
        recent.actions().at(1)->trigger();
        QTRY_COMPARE(window().windowTitle(), u"two – Trailglass"_s);
    }

    void eachWorkspaceKeepsItsFilterAndGroups()
    {
        const auto edit = [this] {
            return window().findChild<QLineEdit *>(u"queryEdit"_s);
        };
        const auto heading = [this] {
            return window().findChild<QWidget *>(u"facet.ip"_s)->findChild<QToolButton *>(u"facetHeading"_s);
        };
        QTest::keyClicks(edit(), u"op:create"_s);
        heading()->click();
        window().findChild<FilterPane *>(u"filterPane"_s)->addGroup(Field::Channel);
        open(u"two"_s);
        QCOMPARE(edit()->text(), QString());
        QCOMPARE(heading()->arrowType(), Qt::RightArrow);
        QVERIFY(!window().findChild<QWidget *>(u"facet.channel"_s));
        open(u"one"_s);
        QCOMPARE(edit()->text(), u"op:create"_s);
        QCOMPARE(heading()->arrowType(), Qt::DownArrow);
        QVERIFY(window().findChild<QWidget *>(u"facet.channel"_s));
    }

    void asksBeforeItOpensAFolderWithoutAWorkspace()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"<b>empty"_s));
        choose(path(u"<b>empty"_s));
        auto *box = window().findChild<QMessageBox *>(u"createWorkspaceQuestion"_s);
        QVERIFY(box);
        QVERIFY(box->text().contains(u"<b>empty"_s));
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QCOMPARE(accessibilityFaults(*box), QStringList());
        QCOMPARE(window().windowTitle(), u"one – Trailglass"_s);
        box->findChild<QAbstractButton *>(u"openFolder"_s)->click();
        QTRY_VERIFY(window().showsFirstRun());
        QVERIFY(QDir(path(u"<b>empty"_s)).isEmpty());
    }

    void saysThatAFolderIsGone()
    {
        choose(path(u"nowhere"_s));
        QVERIFY(window().strip().isVisible());
        QVERIFY(window().strip().text().contains(u"nowhere"_s));
        QCOMPARE(window().windowTitle(), u"one – Trailglass"_s);
    }

    void theOpenWorkspaceStaysOpen()
    {
        const QWidget *before = &window();
        choose(path(u"one/"_s));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(&window(), before);
    }

    void offersToUpgradeAWorkspaceOfAnEarlierVersion()
    {
        makeVersion1(u"old"_s);
        open(u"old"_s);
        QTRY_VERIFY(window().notice().isVisible());
        QVERIFY(window().notice().text().contains(u"earlier version"_s));
        QCOMPARE(versionOf(u"old"_s), 1);
        window().notice().findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QTRY_VERIFY(window().notice().text().contains(u"trailglass.sqlite.v1.backup"_s));
        QCOMPARE(versionOf(u"old"_s), Schema::Version);
    }

    void anEarlierVersionIsReadBeforeItIsUpgraded_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < Schema::Version; ++version)
            QTest::addRow("version %d", version) << version;
    }
    void anEarlierVersionIsReadBeforeItIsUpgraded()
    {
        QFETCH(int, version);
        makeVersion(version, u"old"_s);
        const QString database = WorkspacePaths::of(path(u"old"_s)).database;
        open(u"old"_s);
        QTRY_VERIFY(window().notice().isVisible());
        QVERIFY(!window().showsFirstRun()); // its source is there
        QVERIFY(!window().strip().isVisible());
        QCOMPARE(versionOf(u"old"_s), version); // looking at it changes nothing
        window().notice().findChild<QAbstractButton *>(u"messageAction"_s)->click();
        QTRY_COMPARE(versionOf(u"old"_s), Schema::Version); // a reader may keep it out of the file's header
        const QString backup = u"%1.v%2.backup"_s.arg(database).arg(version);
        QCOMPARE(inspectDatabase(backup)->version, version);
        QTRY_VERIFY(window().notice().text().contains(QFileInfo(backup).fileName()));
        open(u"one"_s);
        open(u"old"_s);
        QTRY_VERIFY(!window().showsFirstRun());
        QVERIFY(!window().notice().isVisible()); // said once
    }

    void theOfferGoesWhenTheWorkspaceWasUpgradedElsewhere()
    {
        makeVersion1(u"old"_s);
        open(u"old"_s);
        QTRY_VERIFY(window().notice().isVisible());
        QVERIFY(EventWriter::open(path(u"old"_s))); // as a sync does
        QTRY_VERIFY(!window().notice().isVisible());
    }

    void listsWhatWasSyncedOfEachSource()
    {
        window().actions().showCoverage->trigger();
        auto *tree = window().findChild<QTreeWidget *>(u"coverageTree"_s);
        QVERIFY(tree);
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
        const QTreeWidgetItem *source = tree->topLevelItem(0);
        QCOMPARE(source->text(0), u"source of one"_s);
        QCOMPARE(source->text(1), u"Gaps: 1"_s);
        QCOMPARE(source->childCount(), 4);
        QCOMPARE(source->child(0)->text(0), u"2026-01-01 00:00:00 UTC – 2026-01-02 00:00:00 UTC"_s);
        QCOMPARE(source->child(0)->text(1), u"Synced"_s);
        QCOMPARE(source->child(1)->text(1), u"Not synced"_s);
    }

private:
    [[nodiscard]] int versionOf(const QString &name)
    {
        const auto connection = SqlConnection::openForReading(path(name));
        if (!connection)
            return 0;
        const auto version = (*connection)->integer("PRAGMA user_version");
        return version ? static_cast<int>(*version) : 0;
    }
    /// A workspace with a source that was synced on two days.
    void makeWorkspace(const QString &name)
    {
        const auto writer = EventWriter::open(path(name));
        QVERIFY(writer);
        SourceRecord record;
        record.name = "source of "_L1 + name;
        record.type = u"asana"_s;
        const auto source = (*writer)->addSource(record);
        QVERIFY(source);
        PageCommit page;
        page.source = *source;
        for (const char *day : {"2026-01-01T00:00:00Z", "2026-01-10T00:00:00Z"}) {
            const UtcMicros from = *parseTime(day);
            page.covered.push_back({{from, from + UtcMicros::PerDay}, from + UtcMicros::PerDay, 1});
        }
        QVERIFY((*writer)->commit(page));
    }
    void makeVersion1(const QString &name) { makeVersion(1, name); }
    void makeVersion(int version, const QString &name)
    {
        const WorkspacePaths paths = WorkspacePaths::of(path(name));
        QVERIFY(prepareWorkspace(paths));
        const auto connection = SqlConnection::openForWriting(paths.database);
        QVERIFY(connection);
        QVERIFY(migrate(**connection, paths, migrations().first(static_cast<std::size_t>(version))));
        QVERIFY((*connection)->execute("PRAGMA journal_mode=WAL"));
        QVERIFY((*connection)
                    ->execute("INSERT INTO source (name, type, settings, secrets) "
                              "VALUES ('work', 'asana', '{}', '{}')"));
    }
    void open(const QString &name)
    {
        Options options;
        options.workspace = path(name);
        QVERIFY(m_application->open(options));
    }
    /// As in the dialog.
    void choose(const QString &folder)
    {
        window().actions().openWorkspace->trigger();
        auto *dialog = window().findChild<QFileDialog *>(u"openWorkspaceDialog"_s);
        Q_EMIT dialog->fileSelected(folder);
        dialog->close();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] MainWindow &window() { return m_application->workspaceWindow().window(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeKeychain m_keychain;
    SystemClock m_clock;
    std::unique_ptr<Trailglass::Application> m_application;
};

TRAILGLASS_GUI_TEST(WorkspacesTest)
#include "tst_workspaces.moc"
