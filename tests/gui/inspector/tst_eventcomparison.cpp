// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/changesmodel.h"
#include "tests/runner/testclass.h"
#include "views/common/emptystate.h"
#include "views/inspector/changesview.h"
#include "views/inspector/eventcomparisondialog.h"
#include "views/inspector/textviewer.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QTest>
#include <QTimeZone>
#include <QTreeView>

#include <cstdlib>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const EventRecord> record(std::string raw, std::string actor = "ann@example.com")
{
    auto made = std::make_shared<EventRecord>();
    made->row = RowId{1};
    made->source = "team";
    made->event.created = *parseTime("2026-11-20T10:00:00Z");
    made->event.action = "role_changed";
    made->event.actor.email = std::move(actor);
    made->event.raw = std::move(raw);
    return made;
}

} // namespace

/// Two events in the dialog that compares them.
class EventComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatItReads();
    void showsWhoAndWhatOfEach();
    void showsWhatIsDifferent();
    void saysThatEventsAreEqual_data();
    void saysThatEventsAreEqual();
    void saysThatWhatIsNoJsonCannotBeCompared();
    void saysWhyThereIsNothingToCompare();
    void comparesTwoOthers();
    void showsTimesInTheZone();
    void opensAWholeValue();
    void bothSidesAreAsWide();
    void noTextSizesIt();

private:
    void compare(const std::string &before, const std::string &after);
    [[nodiscard]] QLabel *label(const QString &side, const QString &name) const
    {
        return m_dialog->findChild<QWidget *>(side)->findChild<QLabel *>(name);
    }
    [[nodiscard]] const EmptyState *state() const;
    [[nodiscard]] QString stateTitle() const;
    [[nodiscard]] QTreeView *list() const { return m_dialog->findChild<QTreeView *>(u"changeList"_s); }
    /// The texts of a row: name, before, after.
    [[nodiscard]] QList<QStringList> rows() const;

    std::unique_ptr<EventComparisonDialog> m_dialog;
};

void EventComparisonTest::init()
{
    m_dialog = std::make_unique<EventComparisonDialog>();
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void EventComparisonTest::cleanup()
{
    m_dialog.reset();
}

void EventComparisonTest::compare(const std::string &before, const std::string &after)
{
    const auto earlier = record(before);
    const auto later = record(after, "bob@example.com");
    m_dialog->showEvents(earlier, later);
    m_dialog->showChanges(std::make_shared<const EventChanges>(
        compareEvents({earlier, &earlier->event.raw}, {later, &later->event.raw})));
}

/// The sign in place of the list; null while the list is there, which has a sign of its own.
const EmptyState *EventComparisonTest::state() const
{
    const auto states = m_dialog->findChildren<EmptyState *>();
    for (const EmptyState *each : states) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

QString EventComparisonTest::stateTitle() const
{
    const EmptyState *sign = state();
    return sign ? sign->title() : QString();
}

QList<QStringList> EventComparisonTest::rows() const
{
    QList<QStringList> rows;
    const QAbstractItemModel &model = *list()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column)
            texts += model.index(row, column).data().toString();
        rows += texts;
    }
    return rows;
}

void EventComparisonTest::saysThatItReads()
{
    QCOMPARE(stateTitle(), u"Reading the events…"_s);
    QVERIFY(!m_dialog->findChild<QWidget *>(u"eventBefore"_s)->isVisible());
}

void EventComparisonTest::showsWhoAndWhatOfEach()
{
    m_dialog->showEvents(record("{}", "ann@example.com"), record("{}", "<b>bob</b>\u202E"));
    QCOMPARE(stateTitle(), u"Comparing the events…"_s);
    QCOMPARE(label(u"eventBefore"_s, u"eventActor"_s)->text(), u"ann@example.com"_s);
    QCOMPARE(label(u"eventAfter"_s, u"eventActor"_s)->text(), u"<b>bob</b><U+202E>"_s);
    QCOMPARE(label(u"eventAfter"_s, u"eventActor"_s)->textFormat(), Qt::PlainText);
    QCOMPARE(label(u"eventAfter"_s, u"eventSentence"_s)->text(), u"role_changed"_s);
    QVERIFY(label(u"eventBefore"_s, u"eventTime"_s)->isVisible());
}

void EventComparisonTest::showsWhatIsDifferent()
{
    compare(R"({"id":"1","role":"member","by":"ann"})", R"({"id":"1","role":"admin","to":"bob"})");
    QCOMPARE(stateTitle(), QString());
    QVERIFY(list()->isVisible());
    const QList<QStringList> shown = rows();
    QVERIFY(shown.contains(QStringList({u"role"_s, u"member"_s, u"admin"_s})));
    QVERIFY(shown.contains(QStringList({u"by"_s, u"ann"_s, QString()})));
    QVERIFY(shown.contains(QStringList({u"to"_s, QString(), u"bob"_s})));
    QCOMPARE(list()->model()->headerData(1, Qt::Horizontal).toString(), u"Before"_s);
    m_dialog->findChild<ChangesView *>()->setSideBySide(false);
    QCOMPARE(list()->model()->columnCount(), 2);
}

void EventComparisonTest::saysThatEventsAreEqual_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("byte by byte") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1})");
    QTest::newRow("in another order")
        << QByteArray(R"({"a":1,"b":[2]})") << QByteArray(R"({ "b":[2], "a":1 })");
    QTest::newRow("escaped") << QByteArray(R"({"a":"b"})") << QByteArray(R"({"a":"\u0062"})");
}

void EventComparisonTest::saysThatEventsAreEqual()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    compare(before.toStdString(), after.toStdString());
    QCOMPARE(stateTitle(), u"The two events are equal."_s);
    QVERIFY(m_dialog->findChild<QWidget *>(u"eventBefore"_s)->isVisible()); // which two
    QVERIFY(!list()->isVisible());
}

void EventComparisonTest::saysThatWhatIsNoJsonCannotBeCompared()
{
    compare("{", "{}");
    QCOMPARE(stateTitle(), u"The two events cannot be compared."_s);
}

void EventComparisonTest::saysWhyThereIsNothingToCompare()
{
    m_dialog->showProblem(u"One was <b>removed</b>."_s);
    QCOMPARE(stateTitle(), u"The two events cannot be compared."_s);
    const auto *text = state()->findChild<QLabel *>(u"emptyText"_s);
    QCOMPARE(text->text(), u"One was <b>removed</b>."_s);
    QCOMPARE(text->textFormat(), Qt::PlainText);
}

void EventComparisonTest::comparesTwoOthers()
{
    compare(R"({"a":1})", R"({"a":2})");
    QVERIFY(list()->isVisible());
    m_dialog->setLoading();
    QVERIFY(!list()->isVisible());
    QVERIFY(!m_dialog->findChild<QWidget *>(u"eventBefore"_s)->isVisible()); // nothing of the two before
    compare(R"({"a":1})", R"({"a":3})");
    QVERIFY(rows().contains(QStringList({u"a"_s, u"1"_s, u"3"_s})));
}

void EventComparisonTest::showsTimesInTheZone()
{
    m_dialog->showEvents(record("{}"), record("{}"));
    const QString utc = label(u"eventBefore"_s, u"eventTime"_s)->text();
    m_dialog->setDisplayZone(QTimeZone("Asia/Tokyo"));
    for (const QString &side : {u"eventBefore"_s, u"eventAfter"_s}) {
        const QString time = label(side, u"eventTime"_s)->text();
        QVERIFY2(time != utc && time.contains(u"19:00:00"_s), qPrintable(time));
    }
}

void EventComparisonTest::opensAWholeValue()
{
    compare(R"({"a":"one"})", R"({"a":"two"})");
    const qsizetype row = rows().indexOf(QStringList({u"a"_s, u"one"_s, u"two"_s}));
    QVERIFY(row >= 0);
    list()->setCurrentIndex(list()->model()->index(static_cast<int>(row), ChangesModel::AfterColumn));
    list()->findChild<QAction *>(u"openValue"_s)->trigger();
    QVERIFY(m_dialog->findChild<TextViewer *>());
    QVERIFY(!list()->findChild<QAction *>(u"onlyValue"_s)->isEnabled()); // of which of the two events
}

void EventComparisonTest::bothSidesAreAsWide()
{
    compare(R"({"role":"member","by":"ann"})", R"({"role":"admin","by":"bob"})");
    const QHeaderView *header = list()->header();
    QTRY_VERIFY(std::abs(header->sectionSize(ChangesModel::BeforeColumn)
                         - header->sectionSize(ChangesModel::AfterColumn))
                <= 1);
    QVERIFY(header->sectionSize(ChangesModel::BeforeColumn) > 200);
}

void EventComparisonTest::noTextSizesIt()
{
    const auto minimumSize = [this] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        return m_dialog->minimumSizeHint();
    };
    compare(R"({"a":1})", R"({"a":2})");
    const QSize least = minimumSize();
    const std::string longest(10'000, 'x');
    m_dialog->showEvents(record(R"({"a":")" + longest + R"("})", longest), record("{}", longest));
    QCOMPARE(minimumSize(), least);
    m_dialog->showProblem(QString(10'000, u'x'));
    QVERIFY(minimumSize().width() <= least.width());
}

TRAILGLASS_GUI_TEST(EventComparisonTest)
#include "tst_eventcomparison.moc"
