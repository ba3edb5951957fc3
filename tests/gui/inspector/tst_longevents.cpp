// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/jsontreemodel.h"
#include "tests/runner/testclass.h"
#include "views/inspector/inspectorpane.h"
#include "views/inspector/longtextedit.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextDocument>
#include <QTreeView>

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
    void laysAMillionElementsOutInPiecesAndFewBlocks();
    void forgetsWhatIsNotLaidOutYetWhenAnotherEventIsShown();

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

    find<QLineEdit>(u"jsonSearch"_s)->setText(u"needle"_s);

    QTRY_COMPARE(position->text(), u"1/2"_s);
    QCOMPARE_LT(model->rowCount(model->index(0, 0)), 100'000); // it is on the way
    QTRY_COMPARE(model->text(tree->currentIndex()), "needle");
    QCOMPARE(model->rowCount(model->index(0, 0)), 100'001);
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

void LongEventsTest::laysAMillionElementsOutInPiecesAndFewBlocks()
{
    m_pane->setTab(InspectorPane::RawTab);
    const std::string raw = listOf(1'000'000);
    auto *text = find<LongTextEdit>(u"rawText"_s);
    auto *showAll = find<QPushButton>(u"rawShowAll"_s);
    int maxInserted = 0;
    connect(text->document(), &QTextDocument::contentsChange, m_pane.get(),
            [&maxInserted](int, int, int added) { maxInserted = std::max(maxInserted, added); });

    show(raw);
    QTRY_VERIFY(showAll->isVisible());
    showAll->click();
    QTRY_VERIFY_WITH_TIMEOUT(!showAll->isVisible(), 60'000);

    QCOMPARE_LE(maxInserted, static_cast<int>(LongTextEdit::Portion) + 64);
    QCOMPARE_LT(text->document()->blockCount(), 20'000);
    text->selectAll();
    text->copy();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 1'000'004);
    QCOMPARE(lines.at(900'001), u"    900000,"_s);
}

void LongEventsTest::forgetsWhatIsNotLaidOutYetWhenAnotherEventIsShown()
{
    m_pane->setTab(InspectorPane::RawTab);
    auto *text = find<LongTextEdit>(u"rawText"_s);
    auto *showAll = find<QPushButton>(u"rawShowAll"_s);
    show(listOf(1'000'000));
    QTRY_VERIFY(showAll->isVisible());
    showAll->click();
    const int before = text->document()->characterCount();
    QTRY_VERIFY(text->document()->characterCount() > before);
    QVERIFY(showAll->isVisible()); // still at it

    show(R"({"a":1})");
    QTRY_COMPARE(text->toPlainText(), u"{\n  \"a\": 1\n}"_s);
    // What was due before this call would come before it.
    bool hasTurned = false;
    QMetaObject::invokeMethod(
        text, [&hasTurned] { hasTurned = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(hasTurned);
    QCOMPARE(text->document()->blockCount(), 3);
    QVERIFY(!showAll->isVisible());
}

TRAILGLASS_GUI_TEST(LongEventsTest)

#include "tst_longevents.moc"
