// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"

#include <QAbstractListModel>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <utility>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// Values with counts; says how often counts were read.
class CountedValues final : public QAbstractListModel
{
public:
    void setCount(int row, const QString &count)
    {
        m_counts[row] = count;
        Q_EMIT dataChanged(index(row), index(row));
    }
    void replace(QStringList counts)
    {
        beginResetModel();
        m_counts = std::move(counts);
        endResetModel();
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_counts.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole)
            return u"a"_s;
        if (role != FacetCountRole)
            return {};
        ++reads;
        return m_counts.at(index.row());
    }

    mutable int reads = 0;

private:
    QStringList m_counts{u"41"_s, u"32"_s, u"20"_s, u"9"_s, u"8"_s, u"7"_s, u"6"_s, u"5"_s, u"4"_s, u"3"_s};
};

const QString Long(40, u'9'); // wider than any count that has room by default

} // namespace

/// Where the counts of a list of values stand.
class FacetCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginAtOnePlaceInAllRows();
    void haveTheRoomOfTheWidestAfterAnyChange();
    void areMeasuredAsOftenAsTheyArePainted();

private:
    /// Where that begins which stands before the count of a row; -1 where nothing does.
    [[nodiscard]] int placeOf(int row) const;

    std::unique_ptr<CountedValues> m_values;
    std::unique_ptr<FacetView> m_view;
};

void FacetCountsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_values = std::make_unique<CountedValues>();
    m_view = std::make_unique<FacetView>();
    m_view->setModel(m_values.get());
    m_view->resize(1000, m_view->height());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QCOMPARE(m_view->viewport()->width(), 1000);
}

void FacetCountsTest::cleanup()
{
    m_view.reset();
    m_values.reset();
}

int FacetCountsTest::placeOf(int row) const
{
    const QRect place = m_view->visualRect(m_values->index(row));
    for (int x = place.left(); x <= place.right(); ++x) {
        if (m_view->targetAt({x, place.center().y()}) != FacetTarget::Value)
            return x;
    }
    return -1;
}

void FacetCountsTest::beginAtOnePlaceInAllRows()
{
    m_values->setCount(0, Long);
    const int place = placeOf(0);
    QVERIFY(place > 0);
    for (int row = 1; row < m_values->rowCount(); ++row)
        QCOMPARE(placeOf(row), place);
}

void FacetCountsTest::haveTheRoomOfTheWidestAfterAnyChange()
{
    const int before = placeOf(1);
    m_values->setCount(0, Long);
    const int besideLong = placeOf(1);
    QVERIFY(besideLong < before);

    m_values->replace({u"2"_s, u"1"_s});
    QCOMPARE(placeOf(1), before);
    m_values->replace({Long, u"1"_s});
    QCOMPARE(placeOf(1), besideLong);

    QFont small = m_view->font();
    small.setPixelSize(m_view->fontInfo().pixelSize() / 2);
    m_view->setFont(small);
    QVERIFY(placeOf(1) > besideLong);
}

void FacetCountsTest::areMeasuredAsOftenAsTheyArePainted()
{
    m_view->viewport()->grab();
    m_values->reads = 0;
    m_view->viewport()->grab();
    // For where the row's own one begins, and for what is written there.
    QCOMPARE(m_values->reads, 2 * m_values->rowCount());
}

TRAILGLASS_GUI_TEST(FacetCountsTest)
#include "tst_facetcounts.moc"
