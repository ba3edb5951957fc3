// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/relatedmodel.h"
#include "tests/archive/archivestage.h"
#include "tests/gui/window/pushedarchive.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"
#include "views/common/messagestrip.h"
#include "views/events/eventsview.h"
#include "views/histogram/histogramchart.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

constexpr int Pushed = PushedArchive::Events;
constexpr QStringView ReadsText = u"66 event(s)"; // a third of them
static_assert(Pushed / 3 == 66);

/// What a window shows of a result.
struct Sight
{
    QStringList facets;
    QStringList cells;
    QString histogram;
    QString raw; ///< the JSON of the first event
    QStringList related; ///< rows of events that are related to it
    QByteArray exported;
};

} // namespace

/// The window over an archive of a real server: the same in sight as over the workspace that pushed.
class ArchiveWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_stage = std::make_unique<WindowStage>(10); }
    void cleanup() { m_stage.reset(); }

    void showsWhatTheWorkspaceShowsThatPushed();
    void findsAndGoesToTimesAsThere();
    void showsAPushOfOthers();
    void keepsPresetsOfTheArchive();
    void countsNoCellsBeforeAnExport();
    void comesBackWithTheServer();

private:
    [[nodiscard]] static QString count(int found) { return PushedArchive::count(found); }
    void openWorkspace()
    {
        Options options;
        options.workspace = m_pushed.workspace().folder();
        m_stage->open(options);
    }
    [[nodiscard]] Sight sightOf(const QString &fileName);
    [[nodiscard]] QStringList relatedInSight();
    /// Types a filter that finds nothing.
    /// \returns what the window suggests in its place
    [[nodiscard]] QStringList suggestionsFor(const QString &text);
    [[nodiscard]] QByteArray exported(const QString &fileName);

    PushedArchive m_pushed;
    std::unique_ptr<WindowStage> m_stage;
};

void ArchiveWindowTest::initTestCase()
{
    START_SERVER(m_pushed.server());
    VERIFY_RESULT(m_pushed.push());
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
    const auto *chart = m_stage->find<HistogramChart>(u"histogramChart"_s);
    static_cast<void>(
        QTest::qWaitFor([chart] { return chart->valueText().contains(ReadsText); }, WindowStage::Patience));
    sight.histogram = chart->valueText();
    table->setCurrentIndex(model.index(0, 0));
    auto *tabs = m_stage->find<QTabWidget>(u"inspectorTabs"_s);
    tabs->setCurrentIndex(tabs->count() - 1);
    const auto *raw = m_stage->find<QPlainTextEdit>(u"rawText"_s);
    static_cast<void>(
        QTest::qWaitFor([raw] { return !raw->toPlainText().isEmpty(); }, WindowStage::Patience));
    sight.raw = raw->toPlainText();
    sight.related = relatedInSight();
    sight.exported = exported(fileName);
    const auto *pane = m_stage->find<QWidget>(u"filterPane"_s);
    static_cast<void>(waitForText(*pane, u"work"_s));
    sight.facets = textsInSight(*pane);
    return sight;
}

QStringList ArchiveWindowTest::relatedInSight()
{
    m_stage->find<InspectorPane>(u"inspector"_s)->setTab(InspectorPane::RelatedTab);
    const QAbstractItemModel &model = *m_stage->find<QTreeView>(u"relatedList"_s)->model();
    const auto isCounted = [&model] {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.index(row, 0).data(RelatedModel::CountsRole).isValid())
                return false;
        }
        return model.rowCount() > 0;
    };
    if (!QTest::qWaitFor(isCounted, WindowStage::Patience))
        return {};
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows += model.index(row, 0).data(Qt::AccessibleTextRole).toString();
    return rows;
}

QStringList ArchiveWindowTest::suggestionsFor(const QString &text)
{
    const auto suggestion = [this](int number) {
        const auto *button = m_stage->window().findChild<QPushButton *>(u"emptySuggestion%1"_s.arg(number));
        return button && button->isVisible() ? button->text() : QString();
    };
    m_stage->filter(text);
    // Two terms that exclude each other: it is found without the one, and without the other.
    if (!QTest::qWaitFor([&suggestion] { return !suggestion(1).isEmpty(); }, WindowStage::Patience))
        return {};
    return {suggestion(0), suggestion(1)};
}

void ArchiveWindowTest::showsWhatTheWorkspaceShowsThatPushed()
{
    openWorkspace();
    m_stage->filter(u"action:read"_s);
    QVERIFY(m_stage->shows(count(Pushed / 3)));
    const Sight expected = sightOf(m_stage->path(u"workspace.csv"_s));
    QVERIFY(!expected.exported.isEmpty() && !expected.raw.isEmpty());
    QVERIFY2(expected.histogram.contains(ReadsText), qPrintable(expected.histogram));
    QVERIFY(expected.related.size() > 2);
    const QString nothing = u"action:read action:write"_s;
    const QStringList suggested = suggestionsFor(nothing);
    QVERIFY(!suggested.isEmpty());

    m_stage->open({}, m_pushed.shown());
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
    QCOMPARE(found.related, expected.related);
    QCOMPARE(suggestionsFor(nothing), suggested);
}

void ArchiveWindowTest::findsAndGoesToTimesAsThere()
{
    m_stage->open({}, m_pushed.shown());
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
    ArchiveStage archive(m_pushed.server()); // the other tests count what is in theirs
    VERIFY_RESULT(archive.create());
    PushWorkspace mine(u"mine"_s);
    mine.add(mine.addSource(u"here"_s), 30);
    VERIFY_RESULT(archive.push(mine));
    m_stage->open({}, m_pushed.shown(archive));
    QVERIFY(m_stage->shows(u"30 of 30 event(s)"_s));
    PushWorkspace other(u"other"_s);
    other.add(other.addSource(u"elsewhere"_s), 50);

    VERIFY_RESULT(archive.push(other));

    QVERIFY(m_stage->shows(u"80 of 80 event(s)"_s));
    QVERIFY(waitForText(*m_stage->find<QWidget>(u"filterPane"_s), u"elsewhere"_s));
    m_stage->close(); // before the archive goes
}

void ArchiveWindowTest::keepsPresetsOfTheArchive()
{
    const auto preset = [this] {
        return m_stage->window().findChild<QAction *>(u"preset:Reads"_s);
    };
    m_stage->open({}, m_pushed.shown());
    m_stage->filter(u"action:read"_s);
    QVERIFY(m_stage->shows(count(Pushed / 3)));
    m_stage->find<QAction>(u"savePreset"_s)->trigger();
    m_stage->find<QLineEdit>(u"presetName"_s)->setText(u"Reads"_s);
    m_stage->find<QAbstractButton>(u"saveButton"_s)->click();
    QTRY_VERIFY(preset());

    openWorkspace(); // has presets of its own
    QVERIFY(m_stage->shows(count(Pushed)));
    QVERIFY(!preset());

    m_stage->open({}, m_pushed.shown(u"push"_s)); // as another user
    QTRY_VERIFY(preset());
    m_stage->filter(u"NOT preset:Reads"_s);
    QVERIFY(m_stage->shows(count(Pushed - Pushed / 3)));
}

/// All events would have to be read, as by the export.
void ArchiveWindowTest::countsNoCellsBeforeAnExport()
{
    m_stage->open({}, m_pushed.shown());
    QVERIFY(m_stage->shows(count(Pushed)));
    m_stage->window().actions().exportEvents->trigger();
    const auto *summary = m_stage->find<QLabel>(u"exportSummary"_s);
    QCOMPARE(summary->text(), u"%1 row(s) · UTC · cells not counted"_s.arg(Pushed));
    QVERIFY(m_stage->find<QAbstractButton>(u"exportButton"_s)->isEnabled());
    m_stage->find<QAbstractButton>(u"exportClose"_s)->click();
}

void ArchiveWindowTest::comesBackWithTheServer()
{
    m_stage->open({}, m_pushed.shown());
    QVERIFY(m_stage->shows(count(Pushed)));
    const EventTableModel &model = m_stage->find<EventsView>(u"eventsView"_s)->model();
    QTRY_VERIFY_WITH_TIMEOUT(model.record(0), WindowStage::Patience);
    m_pushed.server().kill9();
    m_stage->filter(u"action:read"_s);
    MessageStrip &strip = m_stage->window().strip();
    QTRY_VERIFY_WITH_TIMEOUT(strip.isVisible(), WindowStage::Patience);
    QVERIFY2(strip.text().contains(m_pushed.place().server()), qPrintable(strip.text()));
    QCOMPARE(model.rowCount(), Pushed);
    QVERIFY(model.record(0));

    QVERIFY2(m_pushed.server().start(), qPrintable(m_pushed.server().errors()));

    QVERIFY(m_stage->shows(count(Pushed / 3)));
    QTRY_VERIFY(!strip.isVisible());
}

TRAILGLASS_GUI_TEST(ArchiveWindowTest)
#include "tst_archive.moc"
