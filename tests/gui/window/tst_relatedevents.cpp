// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/relatedmodel.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/inspector/inspectorpane.h"

#include <QAction>
#include <QLineEdit>
#include <QTableView>
#include <QTreeView>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The events related to the one in the inspector: what is counted is what one gets.
class RelatedEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void eachOpensAsTheFilterThatWasCounted();
    void theMenuOfACellShowsWhatIsCounted_data();
    void theMenuOfACellShowsWhatIsCounted();
    void findsAPersonInEverySource();
    void limitsTheResultToThem();
    void isCountedOnlyWhenSomebodyLooks();

private:
    [[nodiscard]] QTreeView *list() { return m_stage->find<QTreeView>(u"relatedList"_s); }
    [[nodiscard]] QString text(int row, int column)
    {
        return list()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] bool isCounted()
    {
        const QAbstractItemModel *model = list()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (!model->index(row, 0).data(RelatedModel::CountsRole).isValid())
                return false;
        }
        return model->rowCount() > 0;
    }
    /// The row of a relation; -1: there is none.
    [[nodiscard]] int rowOf(const QString &relation)
    {
        const QAbstractItemModel *model = list()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (text(row, RelatedModel::RelationColumn) == relation)
                return row;
        }
        return -1;
    }
    /// Shows what of the events matches a filter, another number of them than before, and chooses the first.
    void choose(const QString &filter)
    {
        const QString before = m_stage->shownCount();
        m_stage->filter(filter);
        QTRY_VERIFY(m_stage->shownCount() != before && m_stage->shownCount().endsWith(u" event(s)"_s));
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->setCurrentIndex(table->model()->index(0, 0));
        m_event = m_events->currentEvent();
        const auto *inspector = m_stage->find<InspectorPane>(u"inspector"_s);
        QTRY_VERIFY(inspector->record() && inspector->record()->row == m_event);
        QTRY_VERIFY(m_events->model().wholeRecord(0));
    }
    void look()
    {
        m_stage->find<InspectorPane>(u"inspector"_s)->setTab(InspectorPane::RelatedTab);
        QTRY_VERIFY_WITH_TIMEOUT(isCounted(), WindowStage::Patience);
    }

    std::unique_ptr<WindowStage> m_stage;
    EventsView *m_events = nullptr;
    RowId m_event; ///< the one in the inspector
};

void RelatedEventsTest::init()
{
    m_stage = std::make_unique<WindowStage>(10);
    m_stage->openFilled();
    const QString all = u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370));
    QVERIFY(m_stage->shows(all));
    m_events = m_stage->find<EventsView>(u"eventsView"_s);
    choose(u"op:grant actor:* ip:* target.id:*"_s);
}

void RelatedEventsTest::theMenuOfACellShowsWhatIsCounted_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("relation");
    QTest::newRow("actor") << u"sameActor"_s << u"Same actor"_s;
    QTest::newRow("any identity") << u"sameIdentity"_s << u"Same id, e-mail or name"_s;
    QTest::newRow("target") << u"sameTarget"_s << u"Same target"_s;
    QTest::newRow("target name") << u"sameTargetName"_s << u"Same target name"_s;
}

/// Whatever else was filtered by: it says all events.
void RelatedEventsTest::theMenuOfACellShowsWhatIsCounted()
{
    QFETCH(const QString, action);
    QFETCH(const QString, relation);
    choose(u"created:>2026-09-01 vendor:nected target.id:* target.name:* actor:*"_s);
    look();
    const int row = rowOf(relation);
    QVERIFY(row >= 0);
    const QString counted = text(row, RelatedModel::CountColumn);

    auto *entry = m_stage->find<QAction>(action);
    QVERIFY2(entry->text().remove(u'&').startsWith(u"All events with the same "_s),
             qPrintable(entry->text()));
    entry->trigger();

    QVERIFY2(m_stage->shows(u"%1 of %2 event(s)"_s.arg(counted, QLocale().toString(6370))),
             qPrintable(m_stage->shownCount()));
    const QString filter = m_stage->find<QLineEdit>(u"queryEdit"_s)->text();
    QVERIFY2(!filter.contains(u"created"_s) && !filter.contains(u"vendor"_s), qPrintable(filter));
}

void RelatedEventsTest::findsAPersonInEverySource()
{
    choose(uR"(actor:=mara.quill@contractor.example,"Mara Quill")"_s); // as all of the vendors name her
    const QString everything = m_stage->shownCount();
    choose(uR"(vendor:asana actor.name:="Mara Quill")"_s); // which knows id, e-mail address and name
    look();
    const int row = rowOf(u"Same id, e-mail or name"_s);
    QVERIFY(row >= 0);
    QCOMPARE(u"%1 of %2 event(s)"_s.arg(text(row, RelatedModel::CountColumn), QLocale().toString(6370)),
             everything);
    QVERIFY(text(rowOf(u"Same actor"_s), RelatedModel::CountColumn) != text(row, RelatedModel::CountColumn));
}

void RelatedEventsTest::eachOpensAsTheFilterThatWasCounted()
{
    look();
    const int rows = list()->model()->rowCount();
    QVERIFY(rows >= 4); // actor nearby, actor, target, address
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = list()->model()->index(row, 0);
        const auto counts = index.data(RelatedModel::CountsRole).value<RelatedCounts>();
        QVERIFY(counts.total > 0); // the event itself
        QCOMPARE(std::accumulate(counts.bins.begin(), counts.bins.end(), qint64(0)), counts.total);
        QVERIFY(counts.bin && *counts.bin < counts.bins.size() && counts.bins[*counts.bin] > 0);
        QCOMPARE(counts.seen.has_value(), row > 0); // not of those nearby
        list()->setCurrentIndex(index);
        m_stage->find<QAction>(u"relatedReplace"_s)->trigger();

        QVERIFY2(m_stage->shows(u"%1 of %2 event(s)"_s.arg(text(row, RelatedModel::CountColumn),
                                                           QLocale().toString(6370))),
                 qPrintable(text(row, RelatedModel::RelationColumn)));
        QTRY_COMPARE(m_events->currentEvent(), m_event); // it is among them, and still in hand
        QTRY_VERIFY_WITH_TIMEOUT(isCounted(), WindowStage::Patience);
    }
}

void RelatedEventsTest::limitsTheResultToThem()
{
    look();
    const auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
    const QString before = edit->text();
    list()->setCurrentIndex(list()->model()->index(1, 0)); // the same actor
    m_stage->find<QAction>(u"relatedAdd"_s)->trigger();
    QVERIFY2(edit->text() != before && edit->text().contains(u"op:grant"_s), qPrintable(edit->text()));
    QVERIFY2(edit->text().contains(u"actor:="_s), qPrintable(edit->text()));
}

void RelatedEventsTest::isCountedOnlyWhenSomebodyLooks()
{
    QCOMPARE(list()->model()->rowCount(), 0);
    look();
    auto *table = m_stage->find<QTableView>(u"eventTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 1);
    table->setCurrentIndex(table->model()->index(1, 0)); // the tab stays, for the next event
    QCOMPARE(m_stage->find<InspectorPane>(u"inspector"_s)->tab(), InspectorPane::RelatedTab);
    QTRY_VERIFY_WITH_TIMEOUT(isCounted(), WindowStage::Patience);
}

TRAILGLASS_GUI_TEST(RelatedEventsTest)
#include "tst_relatedevents.moc"
