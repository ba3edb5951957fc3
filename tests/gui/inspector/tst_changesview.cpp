// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/changesmodel.h"
#include "tests/runner/testclass.h"
#include "views/inspector/changesview.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QtTest>

#include <cstdlib>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Counts how many cells are laid out.
class CountingDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        ++laidOut;
        return {60, 20};
    }
    mutable int laidOut = 0;
};

std::shared_ptr<const EventChanges> changesOf(std::string raw)
{
    return std::make_shared<const EventChanges>(
        findChanges(std::make_shared<const std::string>(std::move(raw))));
}

} // namespace

/// The pane of changes: what was and what is, however wide it is.
class ChangesViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void showsWhatWasAndWhatIs();
    void showsBothSidesBesideEachOther();
    void marksTheWordsThatChanged();
    void hidesWhatIsTheSameUntilRequested();
    void saysThatNothingChanged();
    void showsMoreOfManyChanges();
    void filtersAndCopiesAValue();
    void laysRowsOutOnceAStepOfResizing();
    void laysNothingOutWhenOnlyTheHeightChanges();
    void sharesTheRoomFromTheFirstMoment();
    void staysAtItsPlaceInTheNextEvent();

private:
    void show(std::string raw) { m_view->setChanges(changesOf(std::move(raw))); }
    [[nodiscard]] QTreeView *list() const { return m_view->findChild<QTreeView *>(u"changeList"_s); }
    [[nodiscard]] const QAbstractItemModel &model() const { return *list()->model(); }
    [[nodiscard]] QModelIndex cell(const QString &name, int column) const
    {
        const auto found = model().match(model().index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.constFirst().siblingAtColumn(column);
    }
    /// Waits until what was due before this call is done.
    void turn()
    {
        QTimer later;
        later.setSingleShot(true);
        QSignalSpy over(&later, &QTimer::timeout);
        later.start(0);
        QVERIFY(over.wait());
    }

    std::unique_ptr<ChangesView> m_view;
};

void ChangesViewTest::init()
{
    m_view = std::make_unique<ChangesView>();
    m_view->resize(420, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void ChangesViewTest::showsWhatWasAndWhatIs()
{
    show(
        R"({"details":{"old_value":{"role":"member","team":"data"},"new_value":{"role":"admin","team":"data"}}})");

    QCOMPARE(model().columnCount(), 2);
    QStringList texts;
    for (int row = 0; row < model().rowCount(); ++row)
        texts += model().index(row, 1).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(texts.contains(u"removed: member"_s), qPrintable(texts.join(u'\n')));
    QVERIFY2(texts.contains(u"added: admin"_s), qPrintable(texts.join(u'\n')));
}

void ChangesViewTest::showsBothSidesBesideEachOther()
{
    show(R"({"old_value":{"role":"member"},"new_value":{"role":"admin"}})");
    m_view->findChild<QCheckBox *>(u"changesSideBySide"_s)->click();

    QVERIFY(m_view->isSideBySide());
    QCOMPARE(model().columnCount(), 3);
    QCOMPARE(cell(u"role"_s, ChangesModel::BeforeColumn).data().toString(), u"member"_s);
    QCOMPARE(cell(u"role"_s, ChangesModel::AfterColumn).data().toString(), u"admin"_s);
    // They share the room evenly.
    const QHeaderView *header = list()->header();
    QTRY_VERIFY(std::abs(header->sectionSize(1) - header->sectionSize(2)) <= 1);
}

void ChangesViewTest::marksTheWordsThatChanged()
{
    show(R"({"before":{"text":"the cat sat here"},"after":{"text":"the dog sat here"}})");
    m_view->setSideBySide(true);

    QStringList changed;
    for (const ShownTextRun &run : cell(u"text"_s, ChangesModel::AfterColumn)
                                       .data(ChangesModel::TextRunsRole)
                                       .value<std::vector<ShownTextRun>>()) {
        if (run.isChanged)
            changed += run.text;
    }
    QCOMPARE(changed, QStringList(u"dog"_s));
}

void ChangesViewTest::hidesWhatIsTheSameUntilRequested()
{
    show(R"({"from":{"a":1,"b":2},"to":{"a":1,"b":3}})");
    QVERIFY(!cell(u"a"_s, 0).isValid());
    m_view->findChild<QCheckBox *>(u"changesWithSame"_s)->click();
    QVERIFY(cell(u"a"_s, 0).isValid());
}

void ChangesViewTest::saysThatNothingChanged()
{
    show(R"({"a":1})");
    QVERIFY(!list()->isVisible());
    QCOMPARE(m_view->findChild<QLabel *>(u"emptyTitle"_s)->text(), u"No changes"_s);
    show(R"({"from":1,"to":2})");
    QVERIFY(list()->isVisible());
}

void ChangesViewTest::showsMoreOfManyChanges()
{
    std::string before;
    std::string after;
    for (int number = 0; number < 3'000; ++number) {
        before += (number > 0 ? ",\"k" : "\"k") + std::to_string(number) + "\":0";
        after += (number > 0 ? ",\"k" : "\"k") + std::to_string(number) + "\":1";
    }
    show("{\"from\":{" + before + "},\"to\":{" + after + "}}");
    auto *more = m_view->findChild<QPushButton *>(u"changesShowMore"_s);
    QVERIFY(more->isVisible());
    const int rows = model().rowCount();
    QVERIFY(rows < 3'000);
    more->click();
    QVERIFY(model().rowCount() > rows);
}

void ChangesViewTest::filtersAndCopiesAValue()
{
    show(R"({"details":{"old_value":{"role":"member"},"new_value":{"role":"admin"}}})");
    m_view->setSideBySide(true);
    QSignalSpy filtered(m_view.get(), &ChangesView::filterRequested);
    list()->setCurrentIndex(cell(u"role"_s, ChangesModel::AfterColumn));

    list()->findChild<QAction *>(u"copyPath"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"@details.new_value.role"_s);
    list()->findChild<QAction *>(u"copyValue"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"admin"_s);
    list()->findChild<QAction *>(u"includeValue"_s)->trigger();
    QCOMPARE(filtered.size(), 1);
}

void ChangesViewTest::laysRowsOutOnceAStepOfResizing()
{
    show(R"({"from":{"a":1,"b":2,"c":"x"},"to":{"a":2,"b":3,"c":"y"}})");
    m_view->setSideBySide(true);
    auto *counting = new CountingDelegate(list());
    list()->setItemDelegate(counting);
    turn();
    const int cells = model().rowCount() * model().columnCount();
    QVERIFY(cells >= 9);

    for (int step = 0; step < 8; ++step) {
        counting->laidOut = 0;
        m_view->resize(m_view->width() + (step % 2 == 0 ? 37 : 21), m_view->height());
        QCOMPARE(counting->laidOut, 0); // not while the window is being laid out
        QTRY_VERIFY(counting->laidOut > 0);
        turn();
        QVERIFY2(counting->laidOut <= cells, qPrintable(QString::number(counting->laidOut)));
        QCOMPARE(list()->header()->length(), list()->viewport()->width());
    }
}

void ChangesViewTest::laysNothingOutWhenOnlyTheHeightChanges()
{
    show(R"({"from":{"a":1,"b":2,"c":"x"},"to":{"a":2,"b":3,"c":"y"}})");
    auto *counting = new CountingDelegate(list());
    list()->setItemDelegate(counting);
    turn();
    counting->laidOut = 0;

    for (int step = 0; step < 5; ++step) {
        m_view->resize(m_view->width(), m_view->height() + 10);
        turn();
    }
    QCOMPARE(counting->laidOut, 0);
}

/// In a dialog the changes are there before the window has its size.
void ChangesViewTest::sharesTheRoomFromTheFirstMoment()
{
    m_view = std::make_unique<ChangesView>();
    m_view->setSideBySide(true);
    show(R"({"old_value":{"role":"member"},"new_value":{"role":"admin"}})");
    m_view->resize(900, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    turn();
    const QHeaderView *header = list()->header();
    QVERIFY2(std::abs(header->sectionSize(1) - header->sectionSize(2)) <= 1,
             qPrintable(u"%1, %2"_s.arg(header->sectionSize(1)).arg(header->sectionSize(2))));
}

void ChangesViewTest::staysAtItsPlaceInTheNextEvent()
{
    const auto manyChanges = [](const std::string &word) {
        std::string before;
        std::string after;
        for (int member = 0; member < 40; ++member) {
            const std::string name = (member == 0 ? "\"m" : ",\"m") + std::to_string(member);
            before += name + "\":\"member\"";
            after += name + "\":\"" + word + "\"";
        }
        return "{\"old_value\":{" + before + "},\"new_value\":{" + after + "}}";
    };
    const QScrollBar *bar = list()->verticalScrollBar();
    show(manyChanges("admin"));
    QTRY_VERIFY(bar->maximum() > 200);
    list()->verticalScrollBar()->setValue(150);
    m_view->setChanges(nullptr); // the next event is on its way
    show(R"({"id":"1"})"); // and changes nothing
    m_view->setChanges(nullptr);
    show(R"({"old_value":{"m0":"member"},"new_value":{"m0":"guest"}})"); // or less
    QCOMPARE(bar->maximum(), 0);
    m_view->setChanges(nullptr);
    show(manyChanges("owner"));
    QCOMPARE(bar->value(), 150);
    turn();
    QCOMPARE(bar->value(), 150);

    m_view->showOther(u"a version"_s, changesOf(manyChanges("guest")));
    list()->verticalScrollBar()->setValue(20);
    m_view->findChild<QPushButton *>(u"changesBack"_s)->click();
    QCOMPARE(bar->value(), 150);
}

TRAILGLASS_GUI_TEST(ChangesViewTest)
#include "tst_changesview.moc"
