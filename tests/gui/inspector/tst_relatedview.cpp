// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/ast.h"
#include "models/table/relatedmodel.h"
#include "tests/runner/testclass.h"
#include "views/inspector/relatedview.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// The list of related events, as wide as the inspector is.
class RelatedViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<RelatedView>();
        m_list = m_view->findChild<QTreeView *>(u"relatedList"_s);
        m_view->resize(InspectorWidth, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void nothingIsScrolledSideways_data()
    {
        QTest::addColumn<qint64>("count"); // -1: not counted yet
        QTest::newRow("not counted") << qint64(-1);
        QTest::newRow("one") << qint64(1);
        QTest::newRow("thousands") << qint64(6'370);
        QTest::newRow("millions") << qint64(10'000'000);
    }
    void nothingIsScrolledSideways()
    {
        QFETCH(const qint64, count);
        fill(count);
        for (int width = InspectorWidth; width < 700; width += 7) {
            m_view->resize(width, 700);
            QCoreApplication::sendPostedEvents();
            QCOMPARE(m_list->horizontalScrollBar()->maximum(), 0);
            QCOMPARE(m_list->header()->length(), m_list->viewport()->width());
        }
    }

    void theRelationIsWholeWhereThereIsRoom()
    {
        fill(6'370);
        m_view->resize(500, 700);
        QCoreApplication::sendPostedEvents();
        const QAbstractItemView *list = m_list;
        QVERIFY(m_list->columnWidth(RelatedModel::RelationColumn)
                >= list->sizeHintForColumn(RelatedModel::RelationColumn));
        QVERIFY(m_list->columnWidth(RelatedModel::ValueColumn) > 100);
    }

    void theTitlesAreWhole()
    {
        fill(6'370);
        for (const int width : {InspectorWidth, 900}) {
            m_view->resize(width, 700);
            QCoreApplication::sendPostedEvents();
            for (const int column : {RelatedModel::CountColumn, RelatedModel::TimeColumn})
                QVERIFY2(m_list->columnWidth(column) >= m_list->header()->sectionSizeHint(column),
                         qPrintable(u"column %1 of a list of %2"_s.arg(column).arg(width)));
        }
    }

private:
    static constexpr int InspectorWidth = 284; ///< px: 300 without the margins

    void fill(qint64 count)
    {
        std::vector<RelatedQuery> queries;
        for (const auto relation : {Relation::ActorNearby, Relation::Actor, Relation::ActorName,
                                    Relation::Correlation, Relation::Target, Relation::Address})
            queries.push_back({relation, "mara.lindqvist@example.org", Filter::makeNode(Filter::All{})});
        m_view->setQueries(queries);
        for (std::size_t query = 0; query < queries.size() && count >= 0; ++query)
            m_view->setCounts(query, {.total = count, .bins = {count}, .bin = 0});
        QCoreApplication::sendPostedEvents();
    }

    std::unique_ptr<RelatedView> m_view;
    QTreeView *m_list = nullptr;
};

TRAILGLASS_GUI_TEST(RelatedViewTest)
#include "tst_relatedview.moc"
