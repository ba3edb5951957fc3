// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/relatedmodel.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"
#include "views/filters/filterpane.h"
#include "views/inspector/inspectorpane.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The way from a preset to the night that tests/support/COMPANY.md tells of, in the window over the demo's events.
class IncidentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stage = std::make_unique<WindowStage>(10); }
    void cleanup() { m_stage.reset(); }
    void isFoundFromAPreset();

private:
    /// Events in the demo's own files that have all these words.
    [[nodiscard]] static int inFiles(const QList<QByteArray> &words)
    {
        int found = 0;
        for (const char *vendor : {"asana", "secoda", "datafold", "paradime", "nected"}) {
            QFile file(u":/demo/%1.ndjson"_s.arg(QString::fromLatin1(vendor)));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("There is no demo data.");
            for (const QByteArray &line : file.readAll().split('\n')) {
                found += std::ranges::all_of(words,
                                             [&line](const QByteArray &word) { return line.contains(word); })
                    ? 1
                    : 0;
            }
        }
        return found;
    }
    [[nodiscard]] static QString count(int found)
    {
        return u"%1 of %2 event(s)"_s.arg(QLocale().toString(found), QLocale().toString(6370));
    }
    /// A row of a list by its text; invalid where it is not there, or not yet.
    [[nodiscard]] static QModelIndex rowOf(const QAbstractItemView &view, const QString &text)
    {
        const QAbstractItemModel &model = *view.model();
        const QModelIndexList found =
            model.match(model.index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.constFirst();
    }

    std::unique_ptr<WindowStage> m_stage;
};

void IncidentTest::isFoundFromAPreset()
{
    const QString address = u"192.0.2.66"_s;
    const int tries = inFiles({"user_login_failed", "192.0.2.66"});
    const int all = inFiles({"192.0.2.66"});
    QVERIFY(tries > 5 && all > 4 * tries);
    m_stage->openFilled();
    QVERIFY(m_stage->shows(count(6370)));

    // Logins at night and at weekends, those that failed: one address has most of them.
    m_stage->find<QAction>(u"builtIn:logins-outside-working-hours"_s)->trigger();
    const auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
    QVERIFY2(edit->text().contains(u"op:auth"_s), qPrintable(edit->text()));
    m_stage->filter(edit->text() + u" outcome:failure"_s);
    m_stage->find<FilterPane>(u"filterPane"_s)->addGroup(Field::Ip);
    auto *addresses = m_stage->find<QWidget>(u"facet.ip"_s)->findChild<FacetView *>(u"facetValues"_s);
    QVERIFY(addresses);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(*addresses, address).data(FacetCountRole).toString(),
                              QString::number(tries), WindowStage::Patience);

    // Only this.
    addresses->setCurrentIndex(rowOf(*addresses, address));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(addresses->viewport(), &event);
    m_stage->find<QAction>(u"facetOnly"_s)->trigger();
    m_stage->find<QMenu>(u"facetMenu"_s)->close();
    QVERIFY2(edit->text().endsWith(u" ip:192.0.2.66"_s), qPrintable(edit->text()));
    QVERIFY(m_stage->shows(count(tries)));

    // What else was done from there, from one of the failed logins.
    auto *table = m_stage->find<QTableView>(u"eventTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), tries, WindowStage::Patience);
    table->setCurrentIndex(table->model()->index(0, 0));
    m_stage->find<InspectorPane>(u"inspector"_s)->setTab(InspectorPane::RelatedTab);
    auto *related = m_stage->find<QTreeView>(u"relatedList"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(*related, u"Same address"_s).isValid(), WindowStage::Patience);
    const int row = rowOf(*related, u"Same address"_s).row();
    QTRY_COMPARE_WITH_TIMEOUT(related->model()->index(row, RelatedModel::CountColumn).data().toString(),
                              QString::number(all), WindowStage::Patience);
    related->setCurrentIndex(related->model()->index(row, 0));
    m_stage->find<QAction>(u"relatedReplace"_s)->trigger();
    QVERIFY(m_stage->shows(count(all)));
}

TRAILGLASS_GUI_TEST(IncidentTest)
#include "tst_incident.moc"
