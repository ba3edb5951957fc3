// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/inspector/inspectorpane.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using Support::Fault;

constexpr const char *Variable = "TRAILGLASS_TEST_DETAILS_KEY";

} // namespace

/// What Secoda has beside an event, in the real window.
class DetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(200);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Secoda, u"catalogue"_s));
        QVERIFY(m_stage->sync());
        server().http().clearRequests();
        chooseEvent();
    }
    void cleanup()
    {
        m_stage.reset();
        qunsetenv(Variable);
    }

    void isFetchedOnceAndThereWhenTheEventIsChosenAgain()
    {
        QVERIFY(!list()->isVisible());
        QVERIFY(server().http().requests().isEmpty()); // nothing is sent unasked
        button(u"detailFetch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), WindowStage::Patience);
        const auto requests = server().http().requests().size();
        QVERIFY(requests > 0);

        leaveAndComeBack();
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), WindowStage::Patience);
        QCOMPARE(server().http().requests().size(), requests);
        QCOMPARE(button(u"detailFetch"_s)->text(), u"Fetch again"_s);
    }

    void aVersionOpensInTheChanges()
    {
        button(u"detailFetch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), WindowStage::Patience);
        const QAbstractItemModel &model = *list()->model();
        const auto versions =
            model.match(model.index(0, 0), Qt::DisplayRole, u"Version"_s, 1, Qt::MatchExactly);
        QVERIFY(!versions.isEmpty());
        list()->setCurrentIndex(versions.first());
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(inspector()->tab(), InspectorPane::ChangesTab);
        QVERIFY(button(u"changesBack"_s)->isVisible());
        button(u"changesBack"_s)->click();
        QVERIFY(!button(u"changesBack"_s)->isVisible());
    }

    void anEventOpensAsAFilter()
    {
        button(u"detailFetch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), WindowStage::Patience);
        const QModelIndex version = list()->model()->index(0, 0);
        const bool isVersion = list()->model()->rowCount(version) > 0;
        list()->setCurrentIndex(isVersion ? list()->model()->index(0, 0, version) : version);
        button(u"detailEventButton"_s)->click();
        QVERIFY(m_stage->shows(u"1 of %1 event(s)"_s.arg(server().events().size())));
    }

    void anErrorIsShownInItsPlace()
    {
        server().faults().once(Fault::httpStatus(403));
        button(u"detailFetch"_s)->click();
        auto *problem = m_stage->find<QLabel>(u"detailProblem"_s);
        QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), WindowStage::Patience);
        QVERIFY2(problem->text().contains(u"403"_s), qPrintable(problem->text()));
        QVERIFY(!hasMessageBox());
        QCOMPARE(button(u"detailFetch"_s)->text(), u"Try again"_s);
        button(u"detailFetch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), WindowStage::Patience);
        QVERIFY(!problem->isVisible());
    }

    void aSilentServerCanBeCancelledAndLeft()
    {
        server().faults().every(1, {.kind = Fault::Kind::Hang});
        button(u"detailFetch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!server().http().requests().isEmpty(), WindowStage::Patience);
        button(u"detailCancel"_s)->click();
        QVERIFY(button(u"detailFetch"_s)->isVisible());

        button(u"detailFetch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(server().http().requests().size() == 2, WindowStage::Patience);
        leaveAndComeBack();
        QVERIFY(button(u"detailFetch"_s)->isVisible()); // nothing is on its way
        server().faults().clear();
        button(u"detailFetch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), WindowStage::Patience);
        button(u"detailFetch"_s)->click();
        m_stage->close(); // at any time
    }

    void requestsApprovalOfAReference()
    {
        m_stage->close();
        {
            const auto reader = EventReader::open(m_stage->workspace());
            SourceRecord record = (*reader)->source(u"catalogue"_s).value();
            record.secrets = {
                {u"api_key"_s, {SecretReference::Kind::Environment, QLatin1StringView(Variable)}}};
            QVERIFY((*EventWriter::open(m_stage->workspace()))->updateSource(record, {}));
        }
        qputenv(Variable, server().secrets().value(u"api_key"_s).toUtf8());
        m_stage->open();
        chooseEvent();
        button(u"detailFetch"_s)->click();
        const auto question = [this] {
            return m_stage->window().findChild<QMessageBox *>();
        };
        QTRY_VERIFY_WITH_TIMEOUT(question(), WindowStage::Patience);
        QVERIFY(button(u"detailFetch"_s)->isVisible());
        QVERIFY(server().http().requests().isEmpty());
        question()->findChild<QPushButton *>(u"allow"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(list()->isVisible(), WindowStage::Patience);
    }

private:
    [[nodiscard]] Support::VendorServer &server() { return m_stage->servers.secoda(); }
    [[nodiscard]] InspectorPane *inspector() { return m_stage->find<InspectorPane>(u"inspector"_s); }
    [[nodiscard]] QTreeView *list() { return m_stage->find<QTreeView>(u"detailList"_s); }
    [[nodiscard]] QPushButton *button(const QString &name) { return m_stage->find<QPushButton>(name); }

    /// Shows the related events of the newest event that made a version of its target; one more event is in the table.
    void chooseEvent()
    {
        const QList<Support::VendorEvent> events = server().events();
        for (const Support::VendorEvent &event : events) {
            const QJsonObject fields = QJsonDocument::fromJson(event.raw).object();
            if (!fields[u"version_history_id"].toString().isEmpty())
                m_id = event.id;
        }
        m_otherId = events.first().id;
        QVERIFY(m_id != m_otherId);
        auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        edit->setText(u"id:=%1 OR id:=%2"_s.arg(QLatin1StringView(m_id), QLatin1StringView(m_otherId)));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(m_stage->shows(u"2 of %1 event(s)"_s.arg(events.size())));
        inspector()->setTab(InspectorPane::RelatedTab);
        choose(m_id);
        QTRY_VERIFY_WITH_TIMEOUT(button(u"detailFetch"_s)->isVisible(), WindowStage::Patience);
    }

    void choose(const QByteArray &id)
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        const auto *events = m_stage->find<EventsView>(u"eventsView"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        for (int row = 0; row < 2; ++row) {
            table->setCurrentIndex(table->model()->index(row, 0));
            QTRY_VERIFY(inspector()->record() && inspector()->record()->row == events->currentEvent());
            if (inspector()->record()->event.id == id.toStdString())
                return;
        }
        QFAIL("The event is not in the table.");
    }

    void leaveAndComeBack()
    {
        choose(m_otherId);
        choose(m_id);
    }

    QByteArray m_id;
    QByteArray m_otherId;
    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(DetailsTest)
#include "tst_details.moc"
