// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "tests/runner/testclass.h"
#include "views/inspector/detailview.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTreeView>

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMicros Noon{1'780'000'000'000'000};

DetailEntry entry(DetailEntry::Relation relation, const std::string &id)
{
    DetailEntry made{relation, R"({"id":")" + id + R"("})", Event()};
    made.event->id = id;
    made.event->action = "update";
    made.event->actor.name = "Ada";
    made.event->created = Noon;
    return made;
}

/// A version that two events made, and one event that made none.
std::shared_ptr<EventDetail> history()
{
    auto detail = std::make_shared<EventDetail>();
    detail->versions.push_back(
        {"v1",
         Noon,
         R"({"id":"v1"})",
         {entry(DetailEntry::Relation::History, "a"), entry(DetailEntry::Relation::History, "b")},
         R"({"metadata":{"prev":{"text":"old"},"current":{"text":"new"}}})"});
    detail->entries.push_back(entry(DetailEntry::Relation::History, "c"));
    detail->entries.back().event->created = Noon - UtcMicros::PerDay;
    return detail;
}

EventRecord record()
{
    EventRecord record;
    record.vendor = Vendor::Secoda;
    record.source = "catalogue";
    record.event.id = "a";
    record.event.action = "update";
    record.event.raw = R"({"id":"a"})";
    return record;
}

} // namespace

/// What the vendor has beside an event, in the inspector's tab of related events.
class DetailViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_pane.reset(); }

    void isThereOnlyWhereSomethingCanBeFetched();
    void fetchesWhenAsked();
    void showsThatItIsOnItsWayAndStops();
    void showsAnErrorInItsPlaceAndKeepsWhatItHas();
    void showsVersionsWithTheirEvents();
    void showsTimesInTheDisplayZone();
    void saysWhenThereIsNothingOrMore();
    void opensWhatAVersionChanged();
    void showsTheChangesOfAVersionUntilOneGoesBack();
    void opensAndCopiesJson();
    void leadsToAnEvent();
    void doesNothingWhileTheNextEventIsAwaited();
    void noTextSizesThePane();

private:
    [[nodiscard]] DetailView &view() const { return m_pane->details(); }
    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return m_pane->findChild<Widget *>(name);
    }
    [[nodiscard]] QPushButton *fetch() const { return find<QPushButton>(u"detailFetch"_s); }
    [[nodiscard]] QTreeView *list() const { return find<QTreeView>(u"detailList"_s); }
    [[nodiscard]] QString summary() const { return find<QLabel>(u"detailSummary"_s)->text(); }
    [[nodiscard]] QModelIndex version() const { return list()->model()->index(0, 0); }
    void choose(const QModelIndex &index) { list()->setCurrentIndex(index); }

    std::unique_ptr<InspectorPane> m_pane;
};

void DetailViewTest::init()
{
    m_pane = std::make_unique<InspectorPane>();
    m_pane->resize(420, 640);
    m_pane->show();
    m_pane->setTab(InspectorPane::RelatedTab);
    m_pane->showRecord(record());
}

void DetailViewTest::isThereOnlyWhereSomethingCanBeFetched()
{
    QVERIFY(!view().isVisible());
    view().offer(u"Secoda"_s);
    QVERIFY(view().isVisible());
    QCOMPARE(fetch()->text(), u"Fetch from Secoda"_s);
    QVERIFY(!list()->isVisible());
    m_pane->showRecord(record());
    QVERIFY(!view().isVisible());
}

void DetailViewTest::fetchesWhenAsked()
{
    view().offer(u"Secoda"_s);
    const QSignalSpy wanted(&view(), &DetailView::fetchRequested);
    QTest::mouseClick(fetch(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void DetailViewTest::showsThatItIsOnItsWayAndStops()
{
    view().offer(u"Secoda"_s);
    const int height = view().height();
    view().showFetching();
    QVERIFY(find<QProgressBar>(u"detailProgress"_s)->isVisible());
    QVERIFY(!fetch()->isVisible());
    QCOMPARE(view().height(), height);
    const QSignalSpy cancelled(&view(), &DetailView::cancelRequested);
    QTest::mouseClick(find<QPushButton>(u"detailCancel"_s), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(fetch()->isVisible());
    QCOMPARE(fetch()->text(), u"Fetch from Secoda"_s);
}

void DetailViewTest::showsAnErrorInItsPlaceAndKeepsWhatItHas()
{
    const auto *problem = find<QLabel>(u"detailProblem"_s);
    view().offer(u"Secoda"_s);
    view().showFetching();
    view().showProblem(u"<b>Nobody</b> is there."_s);
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), u"<b>Nobody</b> is there."_s);
    QCOMPARE(problem->textFormat(), Qt::PlainText);
    QCOMPARE(fetch()->text(), u"Try again"_s);

    view().showFetching();
    QVERIFY(!problem->isVisible());
    view().showDetail(history(), Noon);
    QCOMPARE(fetch()->text(), u"Fetch again"_s);
    view().showFetching();
    view().showProblem(u"Gone."_s);
    QVERIFY(problem->isVisible() && list()->isVisible());
    QCOMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(fetch()->text(), u"Try again"_s);
}

void DetailViewTest::showsVersionsWithTheirEvents()
{
    const QAbstractItemModelTester tester(list()->model());
    view().offer(u"Secoda"_s);
    view().showDetail(history(), Noon);
    QVERIFY(list()->isVisible());
    const QAbstractItemModel &model = *list()->model();
    QCOMPARE(version().data().toString(), u"Version"_s);
    QCOMPARE(version().siblingAtColumn(2).data().toString().left(7), u"2 event"_s);
    QCOMPARE(model.rowCount(version()), 2);
    QVERIFY(list()->isExpanded(version()));
    const QModelIndex event = model.index(1, 0, version());
    QCOMPARE(event.data().toString(), u"Event"_s);
    QCOMPARE(event.siblingAtColumn(2).data().toString(), u"update"_s);
    QCOMPARE(event.siblingAtColumn(3).data().toString(), u"Ada"_s);
    QVERIFY(event.data(Qt::AccessibleTextRole).toString().contains(u"Ada"_s));
    QCOMPARE(list()->currentIndex(), version());
    view().showDetail(history(), Noon);
    QCOMPARE(model.rowCount(), 2);
}

void DetailViewTest::showsTimesInTheDisplayZone()
{
    view().offer(u"Secoda"_s);
    view().showDetail(history(), Noon);
    QVERIFY2(summary().contains(u"UTC"_s), qPrintable(summary()));
    QVERIFY(list()->model()->headerData(1, Qt::Horizontal).toString().contains(u"UTC"_s));
    const QString inKathmandu =
        QDateTime::fromMSecsSinceEpoch(Noon.value / 1'000, QTimeZone("Asia/Kathmandu"))
            .toString(u"yyyy-MM-dd HH:mm:ss"_s);
    m_pane->setDisplayZone(QTimeZone("Asia/Kathmandu"));
    QVERIFY2(!summary().contains(u"UTC"_s), qPrintable(summary()));
    QVERIFY(list()->model()->headerData(1, Qt::Horizontal).toString().contains(u"Kathmandu"_s));
    const QModelIndex event = list()->model()->index(0, 1, version());
    for (const QModelIndex &time : {version().siblingAtColumn(1), event})
        QCOMPARE(time.data().toString(), inKathmandu);
}

void DetailViewTest::saysWhenThereIsNothingOrMore()
{
    view().offer(u"Nected"_s);
    view().showDetail(std::make_shared<EventDetail>(), Noon);
    QVERIFY2(summary().contains(u"nothing related"_s), qPrintable(summary()));
    QVERIFY(!list()->isVisible());
    const auto detail = history();
    detail->isCut = true;
    view().showDetail(detail, Noon);
    QVERIFY2(summary().contains(u"Nected has more"_s), qPrintable(summary()));
}

void DetailViewTest::opensWhatAVersionChanged()
{
    view().offer(u"Secoda"_s);
    view().showDetail(history(), Noon);
    const QSignalSpy changes(&view(), &DetailView::changesRequested);
    choose(version());
    QTest::keyClick(list(), Qt::Key_Return);
    QTest::mouseClick(find<QPushButton>(u"detailChangesButton"_s), Qt::LeftButton);
    QCOMPARE(changes.size(), 2);
    QVERIFY(changes.first().first().toString().startsWith(u"Version of 20"_s));
    QCOMPARE(changes.first().last().value<std::string>(), history()->versions.front().states);

    auto without = history();
    without->versions.front().states.clear();
    view().showDetail(without, Noon);
    QVERIFY(!find<QPushButton>(u"detailChangesButton"_s)->isEnabled());
}

void DetailViewTest::showsTheChangesOfAVersionUntilOneGoesBack()
{
    const auto changesOf = [](const std::string &raw) {
        return std::make_shared<const EventChanges>(findChanges(std::make_shared<const std::string>(raw)));
    };
    find<QCheckBox>(u"changesSideBySide"_s)->setChecked(true);
    auto *changes = find<QTreeView>(u"changeList"_s);
    auto *back = find<QPushButton>(u"changesBack"_s);
    const auto after = [changes] {
        QStringList values;
        for (int row = 0; row < changes->model()->rowCount(); ++row)
            values += changes->model()->index(row, 2).data().toString();
        values.removeAll({});
        return values.join(u'|');
    };
    m_pane->showOtherChanges(u"Version of <b>today</b>"_s, changesOf(history()->versions.front().states));
    QCOMPARE(m_pane->tab(), InspectorPane::ChangesTab);
    QVERIFY(back->isVisible());
    QCOMPARE(find<QLabel>(u"changesOtherTitle"_s)->text(), u"Version of <b>today</b>"_s);
    QCOMPARE(after(), u"new"_s);
    const auto named = changes->model()->match(changes->model()->index(0, 0), Qt::DisplayRole, u"text"_s, 1,
                                               Qt::MatchExactly);
    QCOMPARE(named.size(), 1);
    changes->setCurrentIndex(named.first().siblingAtColumn(2));
    const auto isEnabled = [changes](const QString &action) {
        return changes->findChild<QAction *>(action)->isEnabled();
    };
    QVERIFY(isEnabled(u"copyValue"_s));
    QVERIFY(!isEnabled(u"copyPath"_s)); // the event has no such path

    m_pane->showChanges(changesOf(R"({"old_value":1,"new_value":5})")); // they wait
    QCOMPARE(after(), u"new"_s);
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(!back->isVisible());
    QCOMPARE(after(), u"5"_s);

    m_pane->showOtherChanges(u"Version"_s, changesOf("{}"));
    const auto sentences = m_pane->findChildren<QLabel *>(u"emptyText"_s);
    QVERIFY(std::ranges::any_of(sentences, [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"It holds no values"_s);
    }));
    m_pane->showRecord(record()); // so does another event
    QVERIFY(!back->isVisible());
}

void DetailViewTest::opensAndCopiesJson()
{
    view().offer(u"Secoda"_s);
    view().showDetail(history(), Noon);
    const QSignalSpy opened(&view(), &DetailView::openRequested);
    choose(list()->model()->index(1, 0));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().last().value<std::string>(), std::string(R"({"id":"c"})"));
    QVERIFY(find<QWidget>(u"textViewer"_s));
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), uR"({"id":"c"})"_s);
    choose(version());
    find<QAction>(u"detailJson"_s)->trigger();
    QCOMPARE(opened.last().last().value<std::string>(), std::string(R"({"id":"v1"})"));
}

void DetailViewTest::leadsToAnEvent()
{
    view().offer(u"Secoda"_s);
    auto detail = history();
    detail->entries.push_back({DetailEntry::Relation::Child, "7", std::nullopt});
    view().showDetail(detail, Noon);
    const QSignalSpy events(&view(), &DetailView::eventRequested);
    auto *button = find<QPushButton>(u"detailEventButton"_s);
    QStringList readable;
    for (int row = 0; row < list()->model()->rowCount(); ++row) {
        choose(list()->model()->index(row, 0));
        readable += button->isEnabled() ? u"event"_s : list()->model()->index(row, 0).data().toString();
    }
    QCOMPARE(readable, (QStringList{u"Child"_s, u"Version"_s, u"event"_s}));
    QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().first().value<std::string>(), std::string("c"));
}

void DetailViewTest::doesNothingWhileTheNextEventIsAwaited()
{
    view().offer(u"Secoda"_s);
    view().showDetail(history(), Noon);
    m_pane->setLoading();
    const auto actions = list()->actions();
    QVERIFY(!actions.isEmpty());
    QVERIFY(std::ranges::none_of(actions, &QAction::isEnabled));
    QVERIFY(!fetch()->isEnabled());
    choose(list()->model()->index(1, 0));
    QVERIFY(std::ranges::none_of(actions, &QAction::isEnabled));
}

void DetailViewTest::noTextSizesThePane()
{
    view().offer(u"Secoda"_s);
    view().showDetail(history(), Noon);
    view().showProblem(u"x"_s);
    const QSize before = m_pane->minimumSizeHint();
    auto detail = history();
    const std::string huge(200'000, 'x');
    for (DetailEntry *each : {&detail->entries.front(), &detail->versions.front().entries.front()}) {
        each->event->action = huge;
        each->event->actor.name = huge;
        each->event->id = huge;
    }
    view().showDetail(detail, Noon);
    view().showProblem(toQString(huge));
    QCOMPARE(m_pane->minimumSizeHint().width(), before.width());
    QCOMPARE(m_pane->size(), QSize(420, 640));
}

TRAILGLASS_GUI_TEST(DetailViewTest)
#include "tst_detailview.moc"
