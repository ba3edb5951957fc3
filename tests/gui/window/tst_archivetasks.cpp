// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/pushtargets.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/archive/fakearchive.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "views/common/messagestrip.h"
#include "views/sources/archivetaskdialog.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QTreeWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int EventsOfLaptop = 40;
constexpr const char *OneEventMore =
    "INSERT INTO event (month, origin, batch, row, sign, created, id) VALUES (202605, 1, 1, 4, 1, 5, 'x')";

} // namespace

/// An archive of a real server is managed in the window over a workspace that has pushed into it.
class ArchiveTasksWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsWhatTheArchiveHolds();
    void saysWhetherTheArchiveIsWhole();
    void comparesTheArchiveWithTheWorkspace();
    void aSourceIsTakenOverAfterAQuestion();
    void aSourceOfNobodyIsClaimedAtOnce();
    void anArchiveIsCreated();
    void refusesInPlace_data();
    void refusesInPlace();
    void aReaderClaimsNoSource();
    void aTaskCanBeStopped();
    void whatIsOnEndsWithTheDialog();
    void aKeyThatCannotBeKeptIsSaid();
    void theKeyIsTakenOutOfTheKeychain();

private:
    void openWindow(const QString &workspace);
    /// Opens the dialog, with the key of all users.
    void openDialog(const ArchivePlace &place, const QString &key = ClickHouseServer::keyText());
    void click(const QString &button) { m_stage->find<QAbstractButton>(button)->click(); }
    /// Begins a task, and waits for its end.
    void doTask(const QString &button)
    {
        click(button);
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), WindowStage::Patience);
    }
    [[nodiscard]] QString said() const
    {
        return m_dialog->findChild<MessageStrip *>(u"archiveTaskMessage"_s)->text();
    }
    [[nodiscard]] QStringList facts() const
    {
        return cellTexts(*m_dialog->findChild<QTreeWidget *>(u"archiveFacts"_s)).shown;
    }
    /// Of a fact of this name; empty where there is none.
    [[nodiscard]] QString valueOf(const QString &name) const;
    /// Requests a source, and waits for the question whether it is to be taken over.
    void claim(const QString &source);
    [[nodiscard]] QMessageBox *question() const
    {
        auto *box = m_dialog->findChild<QMessageBox *>(u"takeOverQuestion"_s);
        return box && box->isVisible() ? box : nullptr;
    }
    [[nodiscard]] ArchivePlace place(const QString &user = u"push"_s) const
    {
        return m_server.place(m_archive->database(), user);
    }

    ClickHouseServer m_server;
    std::unique_ptr<PushWorkspace> m_laptop; ///< has pushed its events
    SourceId m_source; ///< of it, “work”
    std::unique_ptr<ArchiveStage> m_archive;
    std::unique_ptr<WindowStage> m_stage;
    QPointer<ArchiveTaskDialog> m_dialog;
};

void ArchiveTasksWindowTest::initTestCase()
{
    START_SERVER(m_server);
}

void ArchiveTasksWindowTest::init()
{
    m_laptop = std::make_unique<PushWorkspace>(u"laptop"_s);
    m_source = m_laptop->addSource(u"work"_s);
    m_laptop->add(m_source, EventsOfLaptop);
    m_archive = std::make_unique<ArchiveStage>(m_server);
    VERIFY_RESULT(m_archive->create());
    VERIFY_RESULT(m_archive->push(*m_laptop));
    m_stage = std::make_unique<WindowStage>(10);
    openWindow(m_laptop->folder());
}

void ArchiveTasksWindowTest::cleanup()
{
    m_stage.reset(); // before the archive goes
    m_archive.reset();
    m_laptop.reset();
}

void ArchiveTasksWindowTest::openWindow(const QString &workspace)
{
    Options options;
    options.workspace = workspace;
    m_stage->open(options);
    auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pane->model().rows().size(), 1, WindowStage::Patience);
}

void ArchiveTasksWindowTest::openDialog(const ArchivePlace &place, const QString &key)
{
    m_stage->window().actions().manageArchive->trigger();
    m_dialog = m_stage->find<ArchiveTaskDialog>(u"archiveTaskDialog"_s);
    m_dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->setText(place.text());
    m_dialog->findChild<QLineEdit *>(u"secret"_s)->setText(key);
}

QString ArchiveTasksWindowTest::valueOf(const QString &name) const
{
    const auto *list = m_dialog->findChild<QTreeWidget *>(u"archiveFacts"_s);
    const QList<QTreeWidgetItem *> found = list->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QString() : found.constFirst()->text(1);
}

void ArchiveTasksWindowTest::claim(const QString &source)
{
    click(u"archiveClaim"_s);
    auto *dialog = m_stage->find<QDialog>(u"claimDialog"_s);
    auto *sources = dialog->findChild<QComboBox *>(u"claimedSource"_s);
    sources->setCurrentIndex(sources->findData(source));
    dialog->findChild<QAbstractButton *>(u"claimButton"_s)->click();
    QVERIFY(m_dialog->isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), WindowStage::Patience);
}

void ArchiveTasksWindowTest::showsWhatTheArchiveHolds()
{
    openDialog(place(u"reader"_s));

    doTask(u"archiveStatus"_s);

    QCOMPARE(said(), u"This is what the archive %1 holds."_s.arg(place().name()));
    QCOMPARE(valueOf(u"Events"_s), QString::number(EventsOfLaptop));
    QVERIFY(!valueOf(u"ClickHouse"_s).isEmpty());
    QCOMPARE(valueOf(u"laptop"_s), u"events: 40 · last push: 2026-11-30 12:00:00 UTC · number: 1"_s);
    QCOMPARE(valueOf(u"work"_s), u"asana · pushed"_s);
    QCOMPARE(valueOf(u"This workspace is pushed after each sync"_s), u"No"_s);
    // The key is in the keychain, and nowhere else.
    QCOMPARE(m_stage->keychain.secrets.size(), 1);
    QCOMPARE(m_stage->keychain.secrets.first().secret, ClickHouseServer::key());
    QFile settings(m_stage->path(u"settings.ini"_s));
    if (settings.open(QIODevice::ReadOnly))
        QVERIFY(!settings.readAll().contains(ClickHouseServer::keyText().toUtf8()));
    VERIFY_RESULT(
        pushAfterSync(m_laptop->folder(), place(u"reader"_s), {}, m_stage->path(u"settings.ini"_s)));
    doTask(u"archiveStatus"_s);
    QCOMPARE(valueOf(u"This workspace is pushed after each sync"_s), u"Yes"_s);
}

void ArchiveTasksWindowTest::saysWhetherTheArchiveIsWhole()
{
    openDialog(place(u"reader"_s));
    doTask(u"archiveCheck"_s);
    QCOMPARE(said(), u"Every batch of the archive has as many events as were pushed."_s);
    QVERIFY(valueOf(u"Batches"_s).isEmpty());
    QCOMPARE(valueOf(u"Events"_s), QString::number(EventsOfLaptop));

    m_archive->execute(OneEventMore);
    doTask(u"archiveCheck"_s);

    QVERIFY2(said().contains(u"problem"_s), qPrintable(said()));
    const QString details = m_dialog->findChild<QLabel *>(u"archiveFactDetails"_s)->text();
    QVERIFY2(details.startsWith(u"Batch 1: "_s), qPrintable(details)); // the first problem is current
    QCOMPARE(valueOf(u"work"_s), u"asana · pushed"_s); // and what the archive holds is below
}

void ArchiveTasksWindowTest::comparesTheArchiveWithTheWorkspace()
{
    openDialog(place());
    doTask(u"archiveVerify"_s);
    QVERIFY2(said().contains(u"counts and hashes are the same"_s), qPrintable(said()));
    QCOMPARE(valueOf(u"Events"_s), QString::number(EventsOfLaptop));
    QCOMPARE(valueOf(u"Rows that are not pushed yet"_s), u"0"_s);

    m_laptop->add(m_source, 7);
    m_archive->execute(OneEventMore);
    doTask(u"archiveVerify"_s);

    QVERIFY2(said().contains(u"problem"_s), qPrintable(said()));
    QCOMPARE(valueOf(u"Rows that are not pushed yet"_s), u"7"_s);
    QVERIFY(facts().filter(u"Batch 1: "_s).size() > 0);
    QVERIFY(facts().filter(u"Rows 1 to 65536: "_s).size() > 0);
}

void ArchiveTasksWindowTest::aSourceIsTakenOverAfterAQuestion()
{
    PushWorkspace server(u"server"_s, u"work"_s, EventsOfLaptop);
    openWindow(server.folder());
    openDialog(place());

    claim(u"work"_s);
    QVERIFY(question());
    QVERIFY2(question()->informativeText().contains(u"which has pushed 40 of its events"_s),
             qPrintable(question()->informativeText()));
    question()->button(QMessageBox::Cancel)->click();
    QVERIFY2(said().contains(u"Nothing was changed"_s), qPrintable(said()));
    m_laptop->add(m_source, 1);
    VERIFY_RESULT(m_archive->push(*m_laptop)); // it is the owner still

    claim(u"work"_s);
    QTRY_VERIFY_WITH_TIMEOUT(question(), WindowStage::Patience);
    question()->findChild<QAbstractButton *>(u"confirm"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"was taken over from the workspace “laptop”"_s),
                             WindowStage::Patience);

    VERIFY_RESULT(m_archive->push(server));
    m_laptop->add(m_source, 1);
    VERIFY_REFUSED(m_archive->push(*m_laptop), ErrorKind::Rejected, u"“server”"_s);
    m_stage->close(); // before its workspace goes
}

void ArchiveTasksWindowTest::aSourceOfNobodyIsClaimedAtOnce()
{
    PushWorkspace server(u"server"_s, u"other"_s, 10);
    openWindow(server.folder());
    openDialog(place());

    claim(u"other"_s);

    QVERIFY(!question());
    QCOMPARE(said(), u"The source “other” belongs to this workspace now."_s);
    claim(u"other"_s);
    QCOMPARE(said(), u"The source “other” belongs to this workspace already."_s);
    doTask(u"archiveStatus"_s);
    QCOMPARE(valueOf(u"server"_s), u"events: 0 · last push: none yet · number: 2"_s);
    VERIFY_RESULT(m_archive->push(server));
    m_stage->close(); // before its workspace goes
}

void ArchiveTasksWindowTest::anArchiveIsCreated()
{
    const ArchivePlace fresh = m_server.place(u"fresh"_s);
    openDialog(fresh);
    doTask(u"archiveStatus"_s);
    QVERIFY2(said().startsWith(u"There is no archive"_s), qPrintable(said()));
    QVERIFY(m_stage->keychain.secrets.isEmpty());

    click(u"archiveCreate"_s);
    auto *dialog = m_stage->find<QDialog>(u"createArchiveDialog"_s);
    auto *create = dialog->findChild<QAbstractButton *>(u"createArchiveButton"_s);
    const auto *note = dialog->findChild<QLabel *>(u"archiveCreationNote"_s);
    auto *keeper = dialog->findChild<QCheckBox *>(u"archiveKeeper"_s);
    auto *cluster = dialog->findChild<QLineEdit *>(u"archiveCluster"_s);
    keeper->setChecked(true);
    QVERIFY(!create->isEnabled());
    QVERIFY2(note->text().startsWith(u"Keeper is for a cluster"_s), qPrintable(note->text()));
    cluster->setText(u"two'"_s);
    QVERIFY(!create->isEnabled());
    QVERIFY2(note->text().contains(u"name of the cluster"_s), qPrintable(note->text()));
    keeper->setChecked(false);
    cluster->clear();
    QVERIFY2(note->text().contains(u"database fresh"_s), qPrintable(note->text()));
    create->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), WindowStage::Patience);

    QCOMPARE(said(), u"The archive %1 was created."_s.arg(fresh.text()));
    QCOMPARE(m_stage->keychain.secrets.size(), 1);
    doTask(u"archiveStatus"_s);
    QCOMPARE(valueOf(u"Events"_s), u"0"_s);
    QCOMPARE(valueOf(u"First event"_s), u"none yet"_s);
    click(u"archiveCreate"_s);
    m_stage->find<QAbstractButton>(u"createArchiveButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"is there already"_s), WindowStage::Patience);
}

void ArchiveTasksWindowTest::refusesInPlace_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("sql"); // of the administrator, before
    QTest::addColumn<QString>("words");
    const QString key = ClickHouseServer::keyText();
    const QString status = u"archiveStatus"_s;
    const QString otherTable =
        u"CREATE TABLE commit (origin UInt32, batch String) ENGINE = MergeTree ORDER BY origin"_s;
    QTest::newRow("wrong key") << status << u"push"_s << u"another-key"_s << QString()
                               << u"does not accept the user or its key"_s;
    QTest::newRow("no such user") << status << u"nobody"_s << key << QString()
                                  << u"does not accept the user or its key"_s;
    QTest::newRow("verify, tables of other making")
        << u"archiveVerify"_s << u"push"_s << key << otherTable << u"“commit”"_s;
    QTest::newRow("check, tables of other making")
        << u"archiveCheck"_s << u"push"_s << key << otherTable << u"“commit”"_s;
}

void ArchiveTasksWindowTest::refusesInPlace()
{
    QFETCH(const QString, task);
    QFETCH(const QString, user);
    QFETCH(const QString, key);
    QFETCH(const QString, sql);
    QFETCH(const QString, words);
    if (!sql.isEmpty()) {
        m_archive->execute("DROP TABLE commit");
        m_archive->execute(sql.toStdString());
    }
    openDialog(place(user), key);

    doTask(task);

    QVERIFY2(said().contains(words), qPrintable(said()));
    QVERIFY(!said().contains(u"another-key"_s));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!hasMessageBox());
    QVERIFY(facts().filter(u"work"_s).isEmpty());
    QVERIFY(m_stage->keychain.secrets.isEmpty()); // nothing is kept of what does not work
    QVERIFY(m_stage->find<QAbstractButton>(task)->isEnabled()); // to be tried again
}

void ArchiveTasksWindowTest::aReaderClaimsNoSource()
{
    openDialog(place(u"reader"_s));

    claim(u"work"_s);

    QVERIFY2(said().contains(u"“reader”"_s) && said().contains(u"may only read"_s), qPrintable(said()));
    click(u"archiveCreate"_s);
    m_stage->find<QAbstractButton>(u"createArchiveButton"_s)->click(); // it is there: nothing is to be done
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"is there already"_s), WindowStage::Patience);
    m_dialog->findChild<QLineEdit *>(u"archiveAddress"_s)
        ->setText(m_server.place(u"unwanted"_s, u"reader"_s).text());
    click(u"archiveCreate"_s);
    QTRY_COMPARE(m_dialog->findChildren<QDialog *>(u"createArchiveDialog"_s).size(), 1);
    m_stage->find<QAbstractButton>(u"createArchiveButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"does not allow this to the user"_s), WindowStage::Patience);
}

/// While a server does not respond.
void ArchiveTasksWindowTest::aTaskCanBeStopped()
{
    Support::Response never = FakeArchive::result({});
    never.ending = Support::Ending::Hang;
    FakeArchive silent([never](const Support::Request &) { return never; });
    QVERIFY(silent.listen());
    openDialog(silent.place());
    for (const QString &task : {u"archiveStatus"_s, u"archiveCheck"_s, u"archiveVerify"_s}) {
        const qsizetype before = silent.requests().size();
        click(task);
        QVERIFY(m_dialog->isBusy());
        QVERIFY(!m_stage->find<QAbstractButton>(task)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(silent.requests().size() > before, WindowStage::Patience);

        click(u"archiveTaskStop"_s);

        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), WindowStage::Patience);
        QVERIFY2(said().startsWith(u"Cancelled."_s), qPrintable(said()));
    }
    QVERIFY(m_stage->keychain.secrets.isEmpty());
}

void ArchiveTasksWindowTest::whatIsOnEndsWithTheDialog()
{
    Support::Response never = FakeArchive::result({});
    never.ending = Support::Ending::Hang;
    FakeArchive silent([never](const Support::Request &) { return never; });
    QVERIFY(silent.listen());
    openDialog(silent.place());
    click(u"archiveStatus"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!silent.requests().isEmpty(), WindowStage::Patience);

    m_dialog->close();

    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, WindowStage::Patience);
    openDialog(place()); // which the thread is free for
    doTask(u"archiveStatus"_s);
    QCOMPARE(valueOf(u"Events"_s), QString::number(EventsOfLaptop));
}

void ArchiveTasksWindowTest::aKeyThatCannotBeKeptIsSaid()
{
    m_stage->keychain.deniedToWrite = u"127.0.0.1:%1"_s.arg(m_server.port());
    openDialog(place());

    doTask(u"archiveStatus"_s);

    QVERIFY2(said().contains(u"The key was not kept."_s), qPrintable(said()));
    QCOMPARE(valueOf(u"Events"_s), QString::number(EventsOfLaptop));
}

void ArchiveTasksWindowTest::theKeyIsTakenOutOfTheKeychain()
{
    openDialog(place());
    doTask(u"archiveStatus"_s);
    QCOMPARE(m_stage->keychain.secrets.size(), 1);

    click(u"archiveRemoveKey"_s);
    auto *box = m_stage->find<QMessageBox>(u"removeKeyQuestion"_s);
    QCOMPARE(m_stage->keychain.secrets.size(), 1);
    box->findChild<QAbstractButton *>(u"confirm"_s)->click();

    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"not in the keychain any more"_s), WindowStage::Patience);
    QVERIFY(m_stage->keychain.secrets.isEmpty());
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"secret"_s)->text(), QString()); // else it would be kept again
    doTask(u"archiveStatus"_s);
    QVERIFY2(said().contains(u"does not accept the user or its key"_s), qPrintable(said()));
    QVERIFY(m_stage->keychain.secrets.isEmpty());
}

TRAILGLASS_GUI_TEST(ArchiveTasksWindowTest)
#include "tst_archivetasks.moc"
