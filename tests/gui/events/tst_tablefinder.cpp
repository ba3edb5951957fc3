// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/common/theme.h"
#include "views/events/eventsview.h"
#include "views/events/tablefinder.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Finding a text without filtering.
class TableFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void marksTheTextInTheCells();
    void stepsFromRowToRow();
    void stepsWhenTheRowsComeAfterTheKey();
    void saysThatNothingWasFound();
    void offersToFilterForTheText();
    void looksAgainInOtherRows();
    void goesToNoRowOfTheRowsBefore();
    void endsWithEscape();

private:
    void type(const QString &text)
    {
        m_view->finder().open();
        QTest::keyClicks(edit(), text);
        QTRY_COMPARE(m_asked.isEmpty() ? QString() : m_asked.constLast(), text);
    }
    [[nodiscard]] QLineEdit *edit() const { return m_view->findChild<QLineEdit *>(u"findEdit"_s); }
    [[nodiscard]] QString state() const { return m_view->findChild<QLabel *>(u"findState"_s)->text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(edit(), key, modifiers); }
    [[nodiscard]] int current() const { return m_table->currentIndex().row(); }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
    QStringList m_asked;
};

void TableFinderTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_asked.clear();
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_view->resize(700, 400);
    m_view->setColumns(*parseColumns(u"id,action,actor"_s));
    m_view->setResult(newestFirst(500), false);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
    QTRY_VERIFY(m_view->model().record(0));
    connect(&m_view->finder(), &TableFinder::requested, this,
            [this](const QString &text) { m_asked += text; });
}

void TableFinderTest::cleanup()
{
    m_view.reset();
    m_fetcher.reset();
}

void TableFinderTest::marksTheTextInTheCells()
{
    const auto marked = [this](int row, int column) {
        const QRect cell = m_table->visualRect(m_view->model().index(row, column));
        const QImage image = m_table->viewport()->grab(cell).toImage();
        int count = 0;
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, image.height() / 2) == Colours::found(m_view->palette()) ? 1 : 0;
        return count;
    };
    QCOMPARE(marked(3, 1), 0); // event 497: member_removed

    type(u"MEMBER"_s);
    QTRY_VERIFY(marked(3, 1) > 10);
    QCOMPARE(marked(3, 0), 0);
    QCOMPARE(m_view->model().rowCount(), 500);
    press(Qt::Key_Escape);
    QTRY_COMPARE(marked(3, 1), 0);
}

void TableFinderTest::stepsFromRowToRow()
{
    type(u"member"_s);
    m_view->finder().setFound({3, 8, 300});
    QCOMPARE(state(), u"In the visible columns: 3 row(s)"_s);

    press(Qt::Key_Return);
    QCOMPARE(current(), 3);
    QCOMPARE(state(), u"1 of 3 row(s)"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QCOMPARE(current(), 300);
    QVERIFY(m_table->verticalScrollBar()->value() <= 300);
    QVERIFY(m_table->verticalScrollBar()->value() > 280);
    press(Qt::Key_Return); // from the last to the first
    QCOMPARE(current(), 3);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(current(), 300);
    m_table->setCurrentIndex(m_view->model().index(5, 0));
    QTest::mouseClick(m_view->findChild<QToolButton *>(u"findNext"_s), Qt::LeftButton);
    QCOMPARE(current(), 8);
    QTest::mouseClick(m_view->findChild<QToolButton *>(u"findPrevious"_s), Qt::LeftButton);
    QCOMPARE(current(), 3);
    QCOMPARE(m_view->selectedRowCount(), 1);
}

void TableFinderTest::stepsWhenTheRowsComeAfterTheKey()
{
    m_view->finder().open();
    QTest::keyClicks(edit(), u"export"_s);
    press(Qt::Key_Return); // before the pause after typing is over
    QCOMPARE(m_asked, QStringList{u"export"_s});
    QCOMPARE(m_view->selectedRowCount(), 0);
    QCOMPARE(state(), u"Searching…"_s);

    m_view->finder().setFound({42});

    QCOMPARE(current(), 42);
}

void TableFinderTest::saysThatNothingWasFound()
{
    type(u"nowhere"_s);
    m_view->finder().setFound({});
    QCOMPARE(state(), u"Not found in the visible columns"_s);
    QVERIFY(!m_view->findChild<QToolButton *>(u"findNext"_s)->isEnabled());
    press(Qt::Key_Return);
    QCOMPARE(m_view->selectedRowCount(), 0);

    m_view->finder().setProblem(u"More than 1 row."_s);
    QCOMPARE(state(), u"More than 1 row."_s);
}

void TableFinderTest::offersToFilterForTheText()
{
    QSignalSpy requested(&m_view->finder(), &TableFinder::filterRequested);
    auto *offer = m_view->findChild<QToolButton *>(u"findFilter"_s);
    m_view->finder().open();
    QVERIFY(!offer->isEnabled()); // there is no text yet

    type(u"10.1.2.3"_s);
    m_view->finder().setFound({});
    QVERIFY(offer->isEnabled());
    offer->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.constFirst().constFirst().toString(), u"10.1.2.3"_s);
}

void TableFinderTest::looksAgainInOtherRows()
{
    m_view->setResult(newestFirst(400), false);
    QVERIFY(m_asked.isEmpty()); // nothing is looked for
    type(u"login"_s);
    m_view->finder().setFound({1});

    m_view->setResult(newestFirst(300), false);

    QTRY_COMPARE(m_asked, (QStringList{u"login"_s, u"login"_s}));
    QCOMPARE(state(), u"Searching…"_s);
    m_view->setColumns(*parseColumns(u"id"_s));
    QTRY_COMPARE(m_asked.size(), 3);
}

void TableFinderTest::goesToNoRowOfTheRowsBefore()
{
    type(u"login"_s);
    m_view->finder().setFound({400});

    m_view->setResult(newestFirst(300), false);
    press(Qt::Key_Return); // the place is not there any more
    QVERIFY(!m_table->currentIndex().isValid());
    m_view->finder().setFound({1}); // a late answer
    QVERIFY(!m_table->currentIndex().isValid());

    QTRY_COMPARE(m_asked, (QStringList{u"login"_s, u"login"_s}));
    QCOMPARE(state(), u"Searching…"_s);
    m_view->finder().setFound({7, 299, 300, 1'000'000}); // the table has 300 rows
    QCOMPARE(current(), 7); // the key is not forgotten
    QCOMPARE(state(), u"1 of 2 row(s)"_s);
}

void TableFinderTest::endsWithEscape()
{
    type(u"login"_s);
    m_view->finder().setFound({5});

    press(Qt::Key_Escape);

    QVERIFY(!edit()->isVisible());
    QVERIFY(m_table->hasFocus());
    QCOMPARE(m_asked.constLast(), QString());
    m_view->finder().open();
    QCOMPARE(edit()->selectedText(), u"login"_s);
    QTRY_COMPARE(m_asked.constLast(), u"login"_s);
}

TRAILGLASS_GUI_TEST(TableFinderTest)
#include "tst_tablefinder.moc"
