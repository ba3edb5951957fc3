// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/ast.h"
#include "models/table/relatedmodel.h"
#include "tests/runner/testclass.h"
#include "views/inspector/relatedview.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTimeZone>
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

    void saysSinceWhenThereAreSuchEvents_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<bool>("isFirst");
        QTest::addColumn<QString>("text");
        const QString first = u"2026-08-24 00:05:44 UTC"_s;
        const QString last = u"2026-11-19 21:33:23 UTC"_s;
        QTest::newRow("many") << qint64(12) << false << u"First seen %1, last seen %2."_s.arg(first, last);
        QTest::newRow("the event is the first")
            << qint64(12) << true << u"Not seen before this event, last seen %1."_s.arg(last);
        QTest::newRow("no other event") << qint64(1) << true << u"Seen in this event alone."_s;
    }
    void saysSinceWhenThereAreSuchEvents()
    {
        QFETCH(const qint64, count);
        QFETCH(const bool, isFirst);
        QFETCH(const QString, text);
        fill(-1);
        const auto *seen = m_view->findChild<QLabel *>(u"relatedSeen"_s);
        const int listHeight = m_list->height();
        QCOMPARE(seen->text(), QString());
        RelatedCounts counts{.total = count, .bins = {count}, .bin = 0};
        m_view->setCounts(0, counts); // some minutes around the event
        QCOMPARE(seen->text(), QString());
        counts.seen = SeenTimes{*parseTime("2026-08-24T00:05:44Z"), *parseTime("2026-11-19T21:33:23Z")};
        counts.isFirst = isFirst;
        m_view->setCounts(1, counts);
        QCOMPARE(seen->text(), QString()); // another row is the current one
        const QModelIndex row = m_list->model()->index(1, 0);
        m_list->setCurrentIndex(row);
        QCOMPARE(seen->text(), text);
        QCOMPARE(row.data(Qt::ToolTipRole).toString(), text);
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(u". "_s + text));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_list->height(), listHeight);
        m_view->setDisplayZone(QTimeZone("Asia/Tokyo"));
        QCOMPARE(seen->text().contains(u"2026-11-20 06:33:23"_s), count > 1);
    }

    void saysWhatItsTextLeavesOpen()
    {
        fill(-1);
        const QModelIndex identity = m_list->model()->index(3, RelatedModel::RelationColumn);
        QCOMPARE(identity.data().toString(), u"Same id, e-mail or name"_s);
        const QString meaning = identity.data(Qt::ToolTipRole).toString();
        QVERIFY2(meaning.contains(u"same id within the source"_s), qPrintable(meaning));
        m_view->setCounts(
            3,
            {.total = 1,
             .bins = {1},
             .bin = 0,
             .seen = SeenTimes{*parseTime("2026-08-24T00:05:44Z"), *parseTime("2026-08-24T00:05:44Z")},
             .isFirst = true});
        QCOMPARE(identity.data(Qt::ToolTipRole).toString(), meaning + u" Seen in this event alone."_s);
    }

    void barsOfTimeAreAsHighAsCountsAreGreat()
    {
        fill(-1);
        m_view->resize(500, 700);
        m_view->setCounts(1, {.total = 11, .bins = {10, 1}, .bin = 1});
        QCoreApplication::sendPostedEvents();
        const QRect cell = m_list->visualRect(m_list->model()->index(1, RelatedModel::TimeColumn));
        const QImage image = m_list->viewport()->grab().toImage();
        const QColor ground = image.pixelColor(cell.right() - 1, cell.center().y());
        // From the lowest pixel to the highest, in the middle of a bar.
        const auto bar = [&](int number) {
            QList<QColor> painted;
            for (int y = cell.bottom(); y >= cell.top(); --y) {
                const QColor colour = image.pixelColor(cell.left() + 4 + 12 * number + 5, y);
                if (colour != ground)
                    painted.append(colour);
            }
            return painted;
        };
        const QList<QColor> many = bar(0);
        const QList<QColor> one = bar(1);
        const QByteArray said = QByteArray::number(many.size()) + ' ' + QByteArray::number(one.size());
        QVERIFY2(!one.isEmpty() && many.size() > 4 * one.size(), said.constData());
        QVERIFY(many.constFirst() != one.constFirst()); // the one that has the event itself
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
                                    Relation::Identity, Relation::Correlation, Relation::Target,
                                    Relation::TargetName, Relation::Address, Relation::Action})
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
