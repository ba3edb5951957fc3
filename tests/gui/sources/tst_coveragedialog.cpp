// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/sources/coveragedialog.h"

#include <QLabel>
#include <QPointer>
#include <QTreeWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// An hour each, synced and unsynced ones by turns.
SourceCoverage coverageOf(const QString &name, int intervals)
{
    SourceCoverage coverage;
    coverage.source = name;
    for (qint64 hour = 0; hour < intervals; ++hour) {
        coverage.intervals.push_back(
            {{UtcMicros{hour * UtcMicros::PerHour}, UtcMicros{(hour + 1) * UtcMicros::PerHour}},
             hour % 2 == 0});
    }
    return coverage;
}

} // namespace

class CoverageDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = new CoverageDialog(QTimeZone::utc(), nullptr);
        m_tree = m_dialog->findChild<QTreeWidget *>(u"coverageTree"_s);
    }
    void cleanup() { delete m_dialog; }

    void listsTheIntervalsOfEachSource()
    {
        m_dialog->setCurrentSource(u"chat"_s);
        m_dialog->setCoverage({coverageOf(u"work"_s, 3), coverageOf(u"chat"_s, 0)});
        QCOMPARE(m_tree->topLevelItemCount(), 2);
        QCOMPARE(m_tree->topLevelItem(0)->text(1), u"Gaps: 1"_s);
        QCOMPARE(m_tree->topLevelItem(0)->childCount(), 3);
        QCOMPARE(m_tree->topLevelItem(0)->child(1)->text(1), u"Not synced"_s);
        QCOMPARE(m_tree->topLevelItem(1)->text(1), u"Not synced yet"_s);
        QCOMPARE(m_tree->currentItem(), m_tree->topLevelItem(1));
    }

    void listsTheNewestOfVeryManyIntervals()
    {
        m_dialog->setCoverage({coverageOf(u"work"_s, 5'000)});
        const QTreeWidgetItem *source = m_tree->topLevelItem(0);
        QCOMPARE(source->childCount(), static_cast<int>(CoverageDialog::MaxIntervals) + 1);
        QCOMPARE(source->child(0)->text(0), u"Earlier intervals: %1"_s.arg(QLocale().toString(4'000)));
        QCOMPARE(source->child(source->childCount() - 2)->text(1), u"Synced"_s);
        QCOMPARE(source->child(source->childCount() - 3)->text(1), u"Not synced"_s);
    }

    void timeSinceTheLastSyncIsNoGap()
    {
        m_dialog->setCoverage({coverageOf(u"work"_s, 2), coverageOf(u"chat"_s, 4)});
        const QTreeWidgetItem *work = m_tree->topLevelItem(0);
        QCOMPARE(work->text(1), u"No gaps"_s);
        QCOMPARE(work->child(1)->text(0), u"Since 1970-01-01 01:00:00 UTC"_s);
        QCOMPARE(work->child(1)->text(1), u"Not synced yet"_s);
        QVERIFY(work->child(1)->icon(1).isNull());
        QCOMPARE(m_tree->topLevelItem(1)->text(1), u"Gaps: 1"_s);
        QVERIFY(!m_tree->topLevelItem(1)->child(1)->icon(1).isNull());
    }

    void noErrorMakesItWide()
    {
        const int least = m_dialog->minimumSizeHint().width();
        m_dialog->setFailed(QString(10'000, u'x'));
        QCOMPARE(m_dialog->minimumSizeHint().width(), least);
    }

private:
    QPointer<CoverageDialog> m_dialog;
    QTreeWidget *m_tree = nullptr;
};

TRAILGLASS_GUI_TEST(CoverageDialogTest)
#include "tst_coveragedialog.moc"
