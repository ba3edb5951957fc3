// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"
#include "tests/gui/common/eventloopturn.h"
#include "tests/gui/window/sqlwatch.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/filters/facetview.h"
#include "views/filters/filterpane.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The window while JSON is searched, which takes longest of all: over the demo's events, with each read of JSON held for as
/// long as a test wants.
class PathQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sql = std::make_unique<SqlWatch>();
        m_stage = std::make_unique<WindowStage>(10);
        m_stage->openFilled();
        QVERIFY(m_stage->shows(count(All)));
        resize({1440, 900});
        m_table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!cell(0, 0).isEmpty(), WindowStage::Patience);
        m_sql->forget();
    }
    void cleanup()
    {
        m_sql->letGo(); // the window ends its threads
        m_stage.reset();
        m_sql.reset();
    }

    void theWindowGoesOnWhileAPathIsSearched()
    {
        beginToSearch();

        // The rows before stay to be read: all of them, in columns of any width, in a window of any size.
        m_table->scrollToBottom();
        QTRY_VERIFY_WITH_TIMEOUT(!cell(All - 1, 0).isEmpty(), WindowStage::Patience);
        const int width = m_table->columnWidth(1);
        for (int step = 1; step <= 10; ++step) {
            m_table->horizontalHeader()->resizeSection(1, width + 4 * step);
            turnEventLoop(2);
        }
        QCOMPARE(m_table->columnWidth(1), width + 40);
        for (int step = 1; step <= 5; ++step)
            resize({1440 - 20 * step, 900 - 10 * step});

        QVERIFY(isSearching());
        QVERIFY(m_sql->isHolding());
        QVERIFY(!m_sql->hasWaitedInVain());
        m_sql->letGo();
        QVERIFY(m_stage->shows(count(WithPath)));
        QCOMPARE(m_table->model()->rowCount(), WithPath);
        QCOMPARE(m_sql->onThisThread(), QStringList());
    }

    void theNextFilterDoesNotWaitForTheOneBefore()
    {
        beginToSearch();

        m_stage->filter(u"op:auth"_s);
        turnEventLoop(2);
        QVERIFY(m_sql->isHolding()); // what the key has cancelled is still being read
        QVERIFY(!m_sql->hasWaitedInVain());
        m_sql->letGo();

        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().endsWith(u" of %1 event(s)"_s.arg(number(All))),
                                 WindowStage::Patience);
        QVERIFY2(m_stage->shownCount() != count(WithPath), qPrintable(m_stage->shownCount()));
        QCOMPARE(m_sql->onThisThread(), QStringList());
    }

    /// As filter, group, and column, then in the inspector, and while the window changes its size.
    void noDatabaseIsReadOnTheThreadOfTheWindow()
    {
        const QString path = u"@event_type"_s;
        m_stage->filter(Path);
        QVERIFY(m_stage->shows(count(WithPath)));
        m_stage->find<FilterPane>(u"filterPane"_s)
            ->addGroup(std::get<Filter::FieldReference>(Filter::parseFieldReference(path)));
        QTRY_VERIFY_WITH_TIMEOUT(valuesOf(path) > 3, WindowStage::Patience);
        m_stage->find<EventsView>(u"eventsView"_s)->addColumn(path);
        const int column = m_table->model()->columnCount() - 1;
        QTRY_VERIFY_WITH_TIMEOUT(!cell(0, column).isEmpty(), WindowStage::Patience);
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        const auto *time = m_stage->find<QLabel>(u"eventTime"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!time->text().isEmpty(), WindowStage::Patience);
        m_table->scrollToBottom();
        QTRY_VERIFY_WITH_TIMEOUT(!cell(WithPath - 1, column).isEmpty(), WindowStage::Patience);
        for (int step = 1; step <= 5; ++step)
            resize({1440 - 20 * step, 900});
        m_stage->filter({});
        QVERIFY(m_stage->shows(count(All)));

        QVERIFY(m_sql->sawElsewhere("raw_block")); // or nothing would have been watched
        QCOMPARE(m_sql->onThisThread(), QStringList());
    }

private:
    static constexpr int All = 6370;
    static constexpr int WithPath = 2434; ///< Asana's events
    static inline const QString Path = u"@gid:*"_s;

    [[nodiscard]] static QString number(int events) { return QLocale().toString(events); }
    [[nodiscard]] static QString count(int events)
    {
        return u"%1 of %2 event(s)"_s.arg(number(events), number(All));
    }
    [[nodiscard]] bool isSearching() { return m_stage->shownCount().startsWith(u"Searching…"_s); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }
    /// How many values of a field its group in the filter pane shows.
    [[nodiscard]] int valuesOf(const QString &field) const
    {
        const auto *group = m_stage->window().findChild<QWidget *>("facet."_L1 + field);
        const auto *values = group ? group->findChild<FacetView *>(u"facetValues"_s) : nullptr;
        return values ? values->model()->rowCount() : 0;
    }
    void resize(const QSize &size)
    {
        m_stage->window().resize(size);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->window().size(), size, WindowStage::Patience);
    }
    /// From here on the JSON is read on some thread, and does not come.
    void beginToSearch()
    {
        m_sql->hold("raw_block");
        m_stage->filter(Path);
        QTRY_VERIFY_WITH_TIMEOUT(m_sql->isHolding(), WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(isSearching(), WindowStage::Patience);
        QCOMPARE(m_table->model()->rowCount(), All);
    }

    std::unique_ptr<SqlWatch> m_sql;
    std::unique_ptr<WindowStage> m_stage;
    QTableView *m_table = nullptr;
};

TRAILGLASS_GUI_TEST(PathQueriesTest)
#include "tst_pathqueries.moc"
