// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/archivetasktext.h"
#include "tests/runner/testclass.h"
#include "views/sources/archivequestions.h"
#include "views/sources/archivetaskdialog.h"
#include "views/sources/claimdialog.h"
#include "views/sources/createarchivedialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTreeWidget>

#include <utility>

using namespace Qt::StringLiterals;
using namespace Trailglass;

using Task = ArchiveTaskDialog::Task;

namespace {

const QString AnnsArchive = u"https://ann@host/audit"_s;

ArchiveSection hostileSection()
{
    return {u"Sources"_s,
            {ArchiveFact{u"<b>work</b>"_s, u"as\u202eana"_s}, ArchiveFact{u"other"_s, u"secoda"_s}}};
}

ArchiveOverview overviewOfTwo()
{
    ArchiveOverview overview;
    overview.version = u"18.16.1"_s;
    overview.events = 1'234;
    overview.created = {parseTime("2026-11-01T00:00:00Z").value(),
                        parseTime("2026-11-30T12:00:01Z").value()}; // which ends after the last event
    overview.workspaces = {PushedWorkspace{.origin = 1,
                                           .name = u"laptop"_s,
                                           .events = 1'234,
                                           .lastPush = parseTime("2026-11-30T12:00:00Z").value()},
                           PushedWorkspace{.origin = 2, .name = u"server"_s}};
    SourceRecord removed;
    removed.name = u"old"_s;
    removed.type = u"secoda"_s;
    removed.removed = true;
    overview.sources = {removed};
    return overview;
}

} // namespace

/// The dialog in which an archive is managed, those that it leads to, and what it lists.
class ArchiveTaskDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { delete m_dialog; }

    void asksForWhatTheButtonsSay_data();
    void asksForWhatTheButtonsSay();
    void enterInTheAddressShowsTheStatus();
    void needsAnAddress();
    void saysWhatCannotBeDoneHere();
    void whileATaskIsOnNothingElseBegins();
    void closingStopsWhatIsOn();
    void listsWhatWasFoundAsPlainText();
    void problemsHaveASignAndAWord();
    void aCreationIsRefusedWhileItIsTyped();
    void claimsTheSourceThatIsChosen();
    void questionsDoNothingUnlessConfirmed();
    void namesWhatAnArchiveHolds();
    void namesWhatIsKnownOfAnArchive();
    void namesProblemsFirst();

private:
    [[nodiscard]] QPushButton *button(const QString &name)
    {
        return m_dialog->findChild<QPushButton *>(name);
    }
    [[nodiscard]] QTreeWidget *list() { return m_dialog->findChild<QTreeWidget *>(u"archiveFacts"_s); }
    [[nodiscard]] QLabel *details() { return m_dialog->findChild<QLabel *>(u"archiveFactDetails"_s); }
    [[nodiscard]] QString said()
    {
        return m_dialog->findChild<MessageStrip *>(u"archiveTaskMessage"_s)->text();
    }

    QPointer<ArchiveTaskDialog> m_dialog;
};

void ArchiveTaskDialogTest::init()
{
    const auto annOnly = [](const QString &address) -> Result<QString> {
        if (address == AnnsArchive)
            return u"Ann at the host."_s;
        return Error{ErrorKind::Usage, u"No archive is there."_s};
    };
    m_dialog = new ArchiveTaskDialog(AnnsArchive, {}, annOnly);
    m_dialog->show();
}

void ArchiveTaskDialogTest::asksForWhatTheButtonsSay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Task>("task");
    QTest::newRow("status") << u"archiveStatus"_s << Task::Status;
    QTest::newRow("check") << u"archiveCheck"_s << Task::Check;
    QTest::newRow("verify") << u"archiveVerify"_s << Task::Verify;
    QTest::newRow("claim") << u"archiveClaim"_s << Task::Claim;
    QTest::newRow("create") << u"archiveCreate"_s << Task::Create;
    QTest::newRow("remove key") << u"archiveRemoveKey"_s << Task::RemoveKey;
}

void ArchiveTaskDialogTest::asksForWhatTheButtonsSay()
{
    QFETCH(const QString, name);
    QFETCH(const Task, task);
    m_dialog->findChild<QLineEdit *>(u"secret"_s)->setText(u"s3cret"_s);
    QList<std::pair<Task, EnteredArchive>> requested;
    connect(
        m_dialog, &ArchiveTaskDialog::taskRequested, this,
        [&requested](Task asked, const EnteredArchive &archive) { requested.emplaceBack(asked, archive); });

    button(name)->click();

    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first, task);
    QCOMPARE(requested.first().second.address, AnnsArchive);
    QVERIFY(requested.first().second.key && requested.first().second.key->value);
    QCOMPARE(requested.first().second.key->value->reveal(), "s3cret");
    m_dialog->findChild<QLineEdit *>(u"secret"_s)->setText(u"two\tlines"_s);
    button(name)->click(); // which cannot be a key: said in its place
    QCOMPARE(requested.size(), 1);
    m_dialog->forgetKey();
    button(name)->click();
    QCOMPARE(requested.size(), 2);
    QVERIFY(!requested.last().second.key || !requested.last().second.key->value);
}

void ArchiveTaskDialogTest::enterInTheAddressShowsTheStatus()
{
    const QSignalSpy requested(m_dialog.data(), &ArchiveTaskDialog::taskRequested);

    QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"archiveAddress"_s), Qt::Key_Return);

    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<Task>(), Task::Status);
    QVERIFY(m_dialog->isVisible());
}

void ArchiveTaskDialogTest::needsAnAddress()
{
    const QStringList tasks{u"archiveStatus"_s, u"archiveCheck"_s,  u"archiveVerify"_s,
                            u"archiveClaim"_s,  u"archiveCreate"_s, u"archiveRemoveKey"_s};
    for (const QString &task : tasks)
        QVERIFY2(button(task)->isEnabled(), qPrintable(task));
    m_dialog->setAddress(u"ftp://host"_s);
    for (const QString &task : tasks)
        QVERIFY2(!button(task)->isEnabled(), qPrintable(task));
    m_dialog->setAddress(AnnsArchive);
    QVERIFY(button(u"archiveStatus"_s)->isEnabled());
}

void ArchiveTaskDialogTest::saysWhatCannotBeDoneHere()
{
    m_dialog->disable(Task::Verify, u"There is no workspace."_s);

    QVERIFY(!button(u"archiveVerify"_s)->isEnabled());
    QCOMPARE(button(u"archiveVerify"_s)->toolTip(), u"There is no workspace."_s);
    QCOMPARE(button(u"archiveVerify"_s)->accessibleDescription(), u"There is no workspace."_s);
    m_dialog->showWork(u"Reading…"_s);
    m_dialog->showResult(MessageStrip::Kind::Information, u"Read."_s);
    QVERIFY(!button(u"archiveVerify"_s)->isEnabled() && button(u"archiveStatus"_s)->isEnabled());
}

void ArchiveTaskDialogTest::whileATaskIsOnNothingElseBegins()
{
    m_dialog->showResult(MessageStrip::Kind::Information, u"Read."_s, {hostileSection()});
    const QSignalSpy cancelled(m_dialog.data(), &ArchiveTaskDialog::cancelRequested);
    const auto *bar = m_dialog->findChild<QProgressBar *>(u"archiveTaskProgress"_s);

    m_dialog->showWork(u"25 % compared"_s, 0.25);

    QVERIFY(m_dialog->isBusy() && bar->isVisible());
    QCOMPARE(bar->value() * 4, bar->maximum());
    QCOMPARE(said(), u"25 % compared"_s);
    QCOMPARE(list()->topLevelItemCount(), 0); // what was found before is of before
    for (const QString &task : {u"archiveStatus"_s, u"archiveCreate"_s, u"archiveRemoveKey"_s})
        QVERIFY2(!button(task)->isEnabled(), qPrintable(task));
    QVERIFY(!m_dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->isEnabled());
    button(u"archiveTaskStop"_s)->click();
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(m_dialog->isBusy()); // until it has ended
    m_dialog->showProblem(u"<b>The server is away.</b>"_s);
    QVERIFY(!m_dialog->isBusy() && !bar->isVisible());
    QCOMPARE(said(), u"<b>The server is away.</b>"_s);
    QVERIFY(button(u"archiveStatus"_s)->isEnabled());
}

void ArchiveTaskDialogTest::closingStopsWhatIsOn()
{
    const QSignalSpy cancelled(m_dialog.data(), &ArchiveTaskDialog::cancelRequested);
    m_dialog->reject();
    QCOMPARE(cancelled.size(), 0);
    m_dialog->show();
    m_dialog->showWork(u"Reading…"_s);
    m_dialog->reject();
    QCOMPARE(cancelled.size(), 1);
}

void ArchiveTaskDialogTest::listsWhatWasFoundAsPlainText()
{
    m_dialog->showResult(MessageStrip::Kind::Information, u"Read."_s, {hostileSection()});

    QCOMPARE(list()->topLevelItemCount(), 1);
    const QTreeWidgetItem *section = list()->topLevelItem(0);
    QVERIFY(section->isExpanded());
    QCOMPARE(section->childCount(), 2);
    QCOMPARE(section->child(0)->text(0), u"<b>work</b>"_s);
    QCOMPARE(section->child(0)->text(1), u"as<U+202E>ana"_s);
    QVERIFY(section->child(0)->icon(0).isNull());
    QCOMPARE(list()->currentItem(), section->child(0));
    QCOMPARE(details()->text(), u"<b>work</b>: as<U+202E>ana"_s);
    QCOMPARE(details()->textFormat(), Qt::PlainText);
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(details()->text(), u"other: secoda"_s);
}

void ArchiveTaskDialogTest::problemsHaveASignAndAWord()
{
    const ArchiveSection problems{u"Problems"_s,
                                  {ArchiveFact{.name = u"Batch 1 is not whole."_s, .isProblem = true}}};

    m_dialog->showResult(MessageStrip::Kind::Error, u"One."_s, {problems, hostileSection()});

    const QTreeWidgetItem *problem = list()->topLevelItem(0)->child(0);
    QVERIFY(!problem->icon(0).isNull());
    QVERIFY(problem->isFirstColumnSpanned());
    QCOMPARE(problem->data(0, Qt::AccessibleTextRole).toString(), u"Problem: Batch 1 is not whole."_s);
    QCOMPARE(details()->text(), u"Batch 1 is not whole."_s);
    QVERIFY(list()->topLevelItem(1)->child(0)->icon(0).isNull());
}

void ArchiveTaskDialogTest::aCreationIsRefusedWhileItIsTyped()
{
    const auto check = [](const EnteredCreation &entered) -> Result<QString> {
        if (entered.hasKeeper && entered.cluster.isEmpty())
            return Error{ErrorKind::Usage, u"Name the cluster."_s};
        return u"Cluster: %1"_s.arg(entered.cluster);
    };
    auto *dialog = new CreateArchiveDialog(check, m_dialog);
    dialog->show();
    auto *create = dialog->findChild<QPushButton *>(u"createArchiveButton"_s);
    const auto *note = dialog->findChild<QLabel *>(u"archiveCreationNote"_s);
    QList<EnteredCreation> requested;
    connect(dialog, &CreateArchiveDialog::createRequested, this,
            [&requested](const EnteredCreation &entered) { requested += entered; });
    QVERIFY(create->isEnabled()); // a single server needs nothing

    dialog->findChild<QCheckBox *>(u"archiveKeeper"_s)->setChecked(true);
    QVERIFY(!create->isEnabled());
    QCOMPARE(note->text(), u"Name the cluster."_s);
    dialog->findChild<QLineEdit *>(u"archiveCluster"_s)->setText(u" shards "_s);
    QVERIFY(create->isEnabled());
    QCOMPARE(note->text(), u"Cluster: shards"_s);
    create->click();

    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().cluster, u"shards"_s);
    QVERIFY(requested.first().hasKeeper);
    QVERIFY(!dialog->isVisible());
}

void ArchiveTaskDialogTest::claimsTheSourceThatIsChosen()
{
    auto *dialog = new ClaimDialog({u"work"_s, u"cata\u202elogue"_s}, m_dialog);
    dialog->show();
    const QSignalSpy requested(dialog, &ClaimDialog::claimRequested);
    auto *sources = dialog->findChild<QComboBox *>(u"claimedSource"_s);
    QCOMPARE(sources->itemText(1), u"cata<U+202E>logue"_s);

    sources->setCurrentIndex(1);
    dialog->findChild<QPushButton *>(u"claimButton"_s)->click();

    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toString(), u"cata\u202elogue"_s); // as it is
}

void ArchiveTaskDialogTest::questionsDoNothingUnlessConfirmed()
{
    int confirmed = 0;
    const auto count = [&confirmed] {
        ++confirmed;
    };
    for (const bool isYes : {false, true}) {
        for (QMessageBox *box :
             {takeOverQuestion(m_dialog, u"work"_s, u"laptop"_s, u"It has pushed 3 events."_s, count),
              removeKeyQuestion(m_dialog, u"ann"_s, u"https://host:8443"_s, count)}) {
            box->open();
            QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
            if (isYes)
                box->findChild<QPushButton *>(u"confirm"_s)->click();
            else
                box->reject();
        }
        QCOMPARE(confirmed, isYes ? 2 : 0);
    }
}

void ArchiveTaskDialogTest::namesWhatAnArchiveHolds()
{
    const ArchiveStatus status{.overview = overviewOfTwo(), .isPushedAfterSync = true};

    const QList<ArchiveSection> sections = sectionsOf(status, QTimeZone::utc());

    QCOMPARE(sections.size(), 3);
    QCOMPARE(sections[0].facts.size(), 5);
    QCOMPARE(sections[0].facts[1].value, QLocale().toString(1'234));
    QCOMPARE(sections[0].facts[3].value, u"2026-11-30 12:00:00 UTC"_s);
    QCOMPARE(sections[0].facts[4].value, u"Yes"_s);
    QCOMPARE(sections[1].facts[0].name, u"laptop"_s);
    QVERIFY(sections[1].facts[0].value.contains(u"last push: 2026-11-30 12:00:00 UTC"_s));
    QCOMPARE(sections[1].facts[1].value, u"events: 0 · last push: none yet · number: 2"_s);
    QCOMPARE(sections[2].facts, (QList{ArchiveFact{u"old"_s, u"secoda · not pushed any more"_s}}));
    const QList<ArchiveSection> alone = sectionsOf(ArchiveStatus{.overview = {}}, QTimeZone::utc());
    QCOMPARE(alone.size(), 1); // nobody has pushed, and there is no workspace
    QCOMPARE(alone[0].facts.size(), 4);
    QCOMPARE(alone[0].facts[2].value, u"none yet"_s);
}

void ArchiveTaskDialogTest::namesWhatIsKnownOfAnArchive()
{
    const KnownArchive known{
        .format = 1, .overview = overviewOfTwo(), .otherWorkspaces = 1'000, .otherSources = 0};

    const QList<ArchiveSection> sections = sectionsOf(known, QTimeZone::utc());

    QCOMPARE(sections.size(), 3);
    QCOMPARE(sections[0].facts[1].value, QLocale().toString(1'234));
    QCOMPARE(sections[0].facts[4], (ArchiveFact{u"Format"_s, u"1"_s}));
    QCOMPARE(sections[1].facts.size(), 3);
    QVERIFY(sections[1].facts[2].name.startsWith(QLocale().toString(1'000)));
    QCOMPARE(sections[2].facts.size(), 1); // none is left out
    QCOMPARE(sectionsOf(KnownArchive{}, QTimeZone::utc()).size(), 1);
}

void ArchiveTaskDialogTest::namesProblemsFirst()
{
    const ArchiveDiagnosis damaged{.overview = overviewOfTwo(),
                                   .problems = {u"Batch 1: …"_s, u"Batch 2: …"_s}};
    const QList<ArchiveSection> sections = sectionsOf(damaged, QTimeZone::utc());
    QCOMPARE(sections.size(), 4);
    QCOMPARE(sections[0].facts.size(), 2);
    QVERIFY(sections[0].facts[1].isProblem);
    QVERIFY(summaryOf(damaged) != summaryOf(ArchiveDiagnosis{.overview = overviewOfTwo(), .problems = {}}));

    ArchiveCheckReport report;
    report.batches = 3;
    report.notPushed = 7;
    QCOMPARE(sectionsOf(report).size(), 1);
    QCOMPARE(sectionsOf(report)[0].facts[2].value, u"7"_s);
    const QString good = summaryOf(report);
    report.faults.push_back({.batch = 2, .expected = 5, .found = 4});
    QCOMPARE(sectionsOf(report).size(), 2);
    QVERIFY(sectionsOf(report)[0].facts[0].name.startsWith(u"Batch 2: "_s));
    QVERIFY(summaryOf(report) != good);
}

TRAILGLASS_GUI_TEST(ArchiveTaskDialogTest)
#include "tst_archivetaskdialog.moc"
