// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsontreemodel.h"
#include "models/table/textparts.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"
#include "views/inspector/inspectorpane.h"
#include "views/inspector/longtextedit.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Going from event to event, far into one, and what is copied out of it.
class LongEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsTheCurrentValueFromEventToEvent();
    void goesToAFarMatchWithoutHoldingUpTheWindow();
    void copiesWhatWasReceivedNotItsTokens();
    void copiesFromTheWindowOfAValueWhatWasReceived();
    void showsAVeryLongListPartByPart();
    void forgetsWhatIsNotLaidOutYetWhenAnotherEventIsShown();
    void keepsWhatIsOpenAndTheScrollPosition();
    void keepsEverythingOpenOrClosed();
    void keepsThePlaceWhereMuchIsOpen();
    void everyTabKeepsItsPlace_data();
    void everyTabKeepsItsPlace();

private:
    void show(const std::string &raw)
    {
        EventRecord record;
        record.event.raw = raw;
        m_pane->showRecord(record);
    }
    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return m_pane->findChild<Widget *>(name);
    }

    std::unique_ptr<InspectorPane> m_pane;
};

void LongEventsTest::init()
{
    m_pane = std::make_unique<InspectorPane>();
    m_pane->resize(420, 640);
    m_pane->show();
    m_pane->setTab(InspectorPane::JsonTab);
}

void LongEventsTest::keepsTheCurrentValueFromEventToEvent()
{
    show(R"({"a":1,"details":{"from":"x","to":["first",{"role":"admin"}]}})");
    auto *tree = find<QTreeView>(u"jsonTree"_s);
    auto *model = qobject_cast<JsonTreeModel *>(tree->model());
    tree->setCurrentIndex(*model->seek({1, 1, 1, 0}));

    show(R"({"details":{"to":["first",{"id":1,"role":"member"}]},"a":1})");
    QCOMPARE(model->text(tree->currentIndex()), "member");
    QVERIFY(tree->visualRect(tree->currentIndex()).isValid());

    show(R"({"a":1})");
    QVERIFY(!tree->currentIndex().isValid());
    show(R"({"details":{"to":[0,{"role":"guest"}]}})"); // back to what has it
    QCOMPARE(model->text(tree->currentIndex()), "guest");
}

void LongEventsTest::goesToAFarMatchWithoutHoldingUpTheWindow()
{
    std::string raw = R"({"list":[)";
    for (int i = 0; i < 100'000; ++i)
        raw += "1,";
    show(raw + R"("needle"],"last":"needle"})");
    auto *tree = find<QTreeView>(u"jsonTree"_s);
    const auto *model = qobject_cast<JsonTreeModel *>(tree->model());
    const auto *position = find<QLabel>(u"jsonSearchPosition"_s);
    int inTurn = 0; // rows that were inserted since the event loop had control
    int maxInTurn = 0;
    QObject counter;
    connect(model, &JsonTreeModel::rowsInserted, &counter, [&](const QModelIndex &, int first, int last) {
        inTurn += last - first + 1;
        maxInTurn = std::max(maxInTurn, inTurn);
        QMetaObject::invokeMethod(
            &counter, [&inTurn] { inTurn = 0; }, Qt::QueuedConnection);
    });

    find<QLineEdit>(u"jsonSearch"_s)->setText(u"needle"_s);

    QTRY_COMPARE(position->text(), u"1/2"_s);
    QTRY_COMPARE(model->text(tree->currentIndex()), "needle");
    QCOMPARE(model->rowCount(model->index(0, 0)), 100'001);
    QCOMPARE_GT(maxInTurn, 0);
    QCOMPARE_LT(maxInTurn, 50'000);
    QTest::keyClick(find<QLineEdit>(u"jsonSearch"_s), Qt::Key_Return);
    QCOMPARE(tree->currentIndex().data().toString(), u"last"_s);

    // Another event while a match is looked for.
    show(raw + R"("needle"]})");
    QTRY_COMPARE(position->text(), u"1/1"_s);
    show(R"({"a":"needle"})");
    QTRY_COMPARE(model->text(tree->currentIndex()), "needle");
}

void LongEventsTest::copiesWhatWasReceivedNotItsTokens()
{
    m_pane->setTab(InspectorPane::RawTab);
    show("{\"a\":\"x\u202Egnp.exe <U+202E>\"}");
    auto *text = find<LongTextEdit>(u"rawText"_s);
    QTRY_VERIFY(text->toPlainText().contains(u"x<U+202E>gnp.exe <U+202E>"_s));

    text->selectAll();
    text->copy();

    QCOMPARE(QGuiApplication::clipboard()->text(), u"{\n  \"a\": \"x\u202Egnp.exe <U+202E>\"\n}"_s);
}

void LongEventsTest::copiesFromTheWindowOfAValueWhatWasReceived()
{
    const std::string value = std::string(5'000, 'v') + "\u202E" + std::string(5'000, 'w');
    show("{\"a\":\"" + value + "\"}");
    auto *tree = find<QTreeView>(u"jsonTree"_s);
    tree->setCurrentIndex(tree->model()->index(0, 0));

    find<QTreeView>(u"jsonTree"_s)->findChild<QAction *>(u"openValue"_s)->trigger();

    auto *edit = find<LongTextEdit>(u"wholeValue"_s);
    QVERIFY(edit);
    QTRY_VERIFY(edit->toPlainText().endsWith(u'w'));
    QVERIFY(edit->document()->blockCount() > 5);
    edit->selectAll();
    edit->copy();
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), value);
}

namespace {

std::string listOf(int elements)
{
    std::string raw = R"({"list":[)";
    for (int i = 1; i < elements; ++i)
        raw += std::to_string(i) + ',';
    return raw + "0]}";
}

} // namespace

void LongEventsTest::showsAVeryLongListPartByPart()
{
    constexpr int Elements = generatedCases(1'000'000, 200'000); // in fifty parts, or in ten
    m_pane->setTab(InspectorPane::RawTab);
    auto *text = find<LongTextEdit>(u"rawText"_s);
    auto *next = find<QToolButton>(u"nextPart"_s);
    auto *previous = find<QToolButton>(u"previousPart"_s);
    int maxInserted = 0;
    connect(text->document(), &QTextDocument::contentsChange, m_pane.get(),
            [&maxInserted](int, int, int added) { maxInserted = std::max(maxInserted, added); });
    const auto copied = [text] {
        text->selectAll();
        text->copy();
        return QGuiApplication::clipboard()->text();
    };

    show(listOf(Elements));
    QVERIFY(next->isVisible());
    QString whole;
    QStringList parts;
    for (bool isLast = false; !isLast;) {
        // A part is laid out in several turns of the event loop; the next one is not read before.
        QTRY_VERIFY(!text->isLayingOut());
        QCOMPARE_LE(text->document()->characterCount(), static_cast<int>(TextParts::PartBytes) + 1);
        parts += copied();
        whole += parts.last();
        isLast = !next->isEnabled();
        next->click();
    }

    QCOMPARE_LE(maxInserted, static_cast<int>(LongTextEdit::Portion) + 64);
    const QStringList lines = whole.split(u'\n');
    QCOMPARE(lines.size(), Elements + 4);
    QCOMPARE(lines.at(Elements / 10 * 9 + 1), u"    %1,"_s.arg(Elements / 10 * 9));
    previous->click();
    QTRY_VERIFY(!text->isLayingOut());
    QCOMPARE(copied(), parts.at(parts.size() - 2));
    QVERIFY(next->isEnabled());
}

void LongEventsTest::forgetsWhatIsNotLaidOutYetWhenAnotherEventIsShown()
{
    m_pane->setTab(InspectorPane::RawTab);
    auto *text = find<LongTextEdit>(u"rawText"_s);
    show(listOf(100'000));
    QVERIFY(text->isLayingOut());

    show(R"({"a":1})");
    QCOMPARE(text->toPlainText(), u"{\n  \"a\": 1\n}"_s);
    // What was due before this call would come before it.
    bool hasTurned = false;
    QMetaObject::invokeMethod(
        text, [&hasTurned] { hasTurned = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(hasTurned);
    QCOMPARE(text->document()->blockCount(), 3);
    QVERIFY(!find<QToolButton>(u"nextPart"_s)->isVisible());
}

void LongEventsTest::keepsWhatIsOpenAndTheScrollPosition()
{
    const auto event = [](const std::string &role) {
        std::string raw = R"({"many":[)";
        for (int i = 0; i < 100; ++i)
            raw += std::to_string(i) + ',';
        return raw + R"(0],"details":{"deep":{"role":")" + role + R"("},"closed":{"x":1}},"first":{"a":1}})";
    };
    show(event("member"));
    auto *tree = find<QTreeView>(u"jsonTree"_s);
    auto *model = qobject_cast<JsonTreeModel *>(tree->model());
    const auto at = [model](const JsonPlace &place) {
        return *model->seek(place);
    };
    QVERIFY(tree->isExpanded(at({0}))); // the first level of a small event
    tree->expand(at({1, 0}));
    tree->collapse(at({2}));
    tree->verticalScrollBar()->setValue(40);
    const int scrolled = tree->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);

    show(R"({"other":{"a":1}})");
    QVERIFY(tree->isExpanded(at({0})));
    show(event("admin"));
    QVERIFY(tree->isExpanded(at({0})) && tree->isExpanded(at({1, 0})));
    QVERIFY(!tree->isExpanded(at({2})) && !tree->isExpanded(at({1, 1})));

    tree->verticalScrollBar()->setValue(scrolled);
    show(event("guest"));
    QCOMPARE(tree->verticalScrollBar()->value(), scrolled);
    QCOMPARE(m_pane->tab(), InspectorPane::JsonTab);
}

void LongEventsTest::keepsEverythingOpenOrClosed()
{
    const auto event = [](const std::string &role) {
        return R"({"details":{"deep":{"role":")" + role + R"("}},"other":{"a":{"b":1}}})";
    };
    show(event("member"));
    auto *tree = find<QTreeView>(u"jsonTree"_s);
    auto *model = qobject_cast<JsonTreeModel *>(tree->model());
    const auto isOpen = [tree, model](const JsonPlace &place) {
        return tree->isExpanded(*model->seek(place));
    };
    QVERIFY(isOpen({0}) && !isOpen({0, 0})); // the first level alone

    tree->findChild<QAction *>(u"expandAll"_s)->trigger();
    QTRY_VERIFY(isOpen({0, 0}) && isOpen({1, 0}));
    show(event("admin"));
    QTRY_VERIFY(isOpen({0, 0}) && isOpen({1, 0}));
    tree->collapse(*model->seek({1, 0}));
    show(event("guest"));
    QTRY_VERIFY(isOpen({0, 0}));
    QVERIFY(isOpen({1}) && !isOpen({1, 0}));

    tree->findChild<QAction *>(u"collapseAll"_s)->trigger();
    show(event("member"));
    QVERIFY(!isOpen({0}) && !isOpen({1}));
    tree->expand(*model->seek({0}));
    show(event("admin"));
    QVERIFY(isOpen({0}) && !isOpen({0, 0}) && !isOpen({1}));
}

/// More than is opened in one turn of the event loop.
void LongEventsTest::keepsThePlaceWhereMuchIsOpen()
{
    const auto event = [](int number) {
        std::string raw = R"({"list":[)";
        for (int i = 0; i < 200; ++i)
            raw += R"({"a":)" + std::to_string(number) + "},";
        return raw + "{}]}";
    };
    show(event(1));
    auto *tree = find<QTreeView>(u"jsonTree"_s);
    auto *model = qobject_cast<JsonTreeModel *>(tree->model());
    QScrollBar *bar = tree->verticalScrollBar();
    const auto isAllOpen = [tree, model] {
        return tree->isExpanded(*model->seek({0, 199}));
    };
    tree->findChild<QAction *>(u"expandAll"_s)->trigger();
    QTRY_VERIFY(isAllOpen());
    tree->doItemsLayout(); // which may still be due
    const int place = bar->maximum() - 3;
    bar->setValue(place);

    show(event(2));
    QVERIFY(!isAllOpen());
    QTRY_COMPARE(bar->value(), place);
    QVERIFY(isAllOpen());

    show(event(3));
    show(event(4)); // before the last one was open
    QTRY_VERIFY(isAllOpen());
    QCOMPARE(bar->value(), place);

    // Whoever goes elsewhere meanwhile is not taken away from there.
    show(event(5));
    QVERIFY(!isAllOpen());
    bar->setValue(7);
    QTRY_VERIFY(isAllOpen());
    QCOMPARE(bar->value(), 7);
}

void LongEventsTest::everyTabKeepsItsPlace_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("elements"); // of the event's list
    QTest::addColumn<int>("place");
    QTest::newRow("fields") << static_cast<int>(InspectorPane::FieldsTab) << u"fieldList"_s << 1 << 3;
    QTest::newRow("text") << static_cast<int>(InspectorPane::RawTab) << u"rawText"_s << 100 << 40;
    QTest::newRow("a text that comes in portions")
        << static_cast<int>(InspectorPane::RawTab) << u"rawText"_s << 1'900 << 1'850;
}

void LongEventsTest::everyTabKeepsItsPlace()
{
    QFETCH(const int, tab);
    QFETCH(const QString, name);
    QFETCH(const int, elements);
    QFETCH(const int, place);
    InspectorPane::Choices choices;
    choices.showsEmptyFields = true; // enough of them to scroll
    m_pane->setChoices(choices);
    m_pane->resize(420, 320);
    m_pane->setTab(static_cast<InspectorPane::Tab>(tab));
    show(listOf(elements));
    QScrollBar *bar = find<QAbstractScrollArea>(name)->verticalScrollBar();
    QTRY_VERIFY2(bar->maximum() >= place, qPrintable(QString::number(bar->maximum())));
    bar->setValue(place);

    show(listOf(elements + 1));
    QTRY_COMPARE(bar->value(), place);
    show(R"({"a":1})"); // may be shorter
    show(listOf(elements));
    QTRY_COMPARE(bar->value(), place);
    QCOMPARE(static_cast<int>(m_pane->tab()), tab);
}

TRAILGLASS_GUI_TEST(LongEventsTest)

#include "tst_longevents.moc"
