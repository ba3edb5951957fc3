// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"
#include "views/filters/filterpane.h"
#include "views/inspector/inspectorpane.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QListWidget>
#include <QMap>
#include <QMenu>
#include <QScrollArea>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The filter pane in the real window, over the demo's events.
class FacetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(10);
        open();
    }
    void cleanup() { m_stage.reset(); }

    void countsFollowWhatIsTyped()
    {
        const auto all = counts(u"outcome"_s);
        QTest::keyClicks(m_edit, u"op:auth"_s); // and no Enter
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != all, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().startsWith(sumOf(u"outcome"_s)),
                                 WindowStage::Patience);
        const auto some = counts(u"outcome"_s);
        QTest::keyClicks(m_edit, u",create"_s);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != some, WindowStage::Patience);
        m_edit->clear();
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"outcome"_s), all, WindowStage::Patience);
    }

    void siblingsOfAChosenValueKeepTheirCounts()
    {
        const auto operations = counts(u"op"_s);
        const auto outcomes = counts(u"outcome"_s);
        const QString first = click(u"op"_s, 0);
        QCOMPARE(m_edit->text(), u"op:"_s + first);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != outcomes, WindowStage::Patience);
        QCOMPARE(counts(u"op"_s), operations);
        const QString second = click(u"op"_s, 1);
        QCOMPARE(m_edit->text(), u"op:%1,%2"_s.arg(first, second));
        const QString count = QLocale().toString(operations.value(first) + operations.value(second));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().startsWith(count + u' '), WindowStage::Patience);
        QCOMPARE(counts(u"op"_s), operations);
    }

    void siblingsOfATypedValueKeepTheirCounts()
    {
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"actor"_s).size() > 3, WindowStage::Patience);
        const auto actors = counts(u"actor"_s);
        const auto outcomes = counts(u"outcome"_s);
        const QString value = firstActor();
        QTest::keyClicks(m_edit, "actor:"_L1 + value.toUpper());
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != outcomes, WindowStage::Patience);
        QTRY_COMPARE_WITH_TIMEOUT(counts(u"actor"_s), actors, WindowStage::Patience);
        const int row = view(u"actor"_s)
                            ->model()
                            ->match(view(u"actor"_s)->model()->index(0, 0), Qt::DisplayRole, value)
                            .constFirst()
                            .row();
        QCOMPARE(view(u"actor"_s)->model()->index(row, 0).data(Qt::CheckStateRole).toInt(),
                 static_cast<int>(Qt::Checked));
    }

    void altClickExcludes()
    {
        const auto operations = counts(u"op"_s);
        const QString value = click(u"op"_s, 0, Qt::AltModifier);
        QCOMPARE(m_edit->text(), u"-op:"_s + value);
        const QString count = QLocale().toString(All - operations.value(value));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount().startsWith(count + u' '), WindowStage::Patience);
        QCOMPARE(counts(u"op"_s), operations);
    }

    void onlyThisTakesThePlaceOfOthers()
    {
        click(u"op"_s, 0);
        click(u"op"_s, 1, Qt::AltModifier);
        view(u"op"_s)->setCurrentIndex(view(u"op"_s)->model()->index(2, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(view(u"op"_s)->viewport(), &event);
        m_stage->find<QAction>(u"facetOnly"_s)->trigger();
        m_stage->find<QMenu>(u"facetMenu"_s)->close();
        QCOMPARE(m_edit->text(), u"op:"_s + view(u"op"_s)->model()->index(2, 0).data().toString());
    }

    void aPathCanBeAGroup()
    {
        m_stage->find<FilterPane>(u"filterPane"_s)->chooseGroup();
        const auto *list = m_stage->find<QListWidget>(u"facetCandidates"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!list->findItems(u"@actor.email"_s, Qt::MatchExactly).isEmpty(),
                                 WindowStage::Patience);
        auto *typed = m_stage->find<QLineEdit>(u"facetField"_s);
        QTest::keyClicks(typed, u"@actor.email"_s);
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"@actor.email"_s).size() > 3, WindowStage::Patience);
        const auto values = counts(u"@actor.email"_s);
        int row = 0;
        while (view(u"@actor.email"_s)->model()->index(row, 0).data() == u"(no value)"_s)
            ++row;
        const QString value = click(u"@actor.email"_s, row);
        QCOMPARE(m_edit->text(), u"@actor.email:="_s + value);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_stage->shownCount().startsWith(QLocale().toString(values.value(value)) + u' '),
            WindowStage::Patience);
        QCOMPARE(counts(u"@actor.email"_s), values);
    }

    void aPathOfTheInspectorBecomesAGroup()
    {
        auto *dock = m_stage->find<QDockWidget>(u"filtersDock"_s);
        dock->hide(); // it comes back
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        m_stage->find<InspectorPane>(u"inspector"_s)->setTab(InspectorPane::JsonTab);
        auto *tree = m_stage->find<QTreeView>(u"jsonTree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() > 0, WindowStage::Patience);
        tree->setCurrentIndex(tree->model()->index(0, 0));
        tree->findChild<QAction *>(u"copyPath"_s)->trigger();
        const QString path = QGuiApplication::clipboard()->text();
        QVERIFY2(path.startsWith(u'@'), qPrintable(path));
        QVERIFY(!m_stage->window().findChild<QWidget *>("facet."_L1 + path));

        tree->findChild<QAction *>(u"addFacet"_s)->trigger();

        QVERIFY(m_stage->window().findChild<QWidget *>("facet."_L1 + path));
        QVERIFY(dock->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!counts(path).isEmpty(), WindowStage::Patience);
    }

    void theFieldOfAGroupBecomesAColumn()
    {
        auto *events = m_stage->find<EventsView>(u"eventsView"_s);
        const auto before = events->columns().size();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(group(u"op"_s)->findChild<QWidget *>(u"facetHeading"_s), &event);
        m_stage->find<QAction>(u"facetGroupColumn"_s)->trigger();
        m_stage->find<QMenu>(u"facetGroupMenu"_s)->close();
        QCOMPARE(events->columns().size(), before + 1);
        QCOMPARE(QString::fromStdString(events->columns().back().title), u"op"_s);
        const auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(!table->model()->index(0, static_cast<int>(before)).data().toString().isEmpty());
    }

    void nothingMovesInTheGroupsWhenAValueIsChecked()
    {
        auto *groups = m_stage->find<QWidget>(u"filterGroups"_s);
        for (const QString &counted : {u"source"_s, u"outcome"_s}) // as high as their values
            QTRY_VERIFY_WITH_TIMEOUT(group(counted)->height() > 2 * group(u"vendor"_s)->height(),
                                     WindowStage::Patience);
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(groups, &enter);
        const auto places = [groups] {
            QList<QRect> rects;
            const auto views = groups->findChildren<FacetView *>();
            for (const FacetView *each : views) {
                if (each->isVisible())
                    rects += QRect(each->mapTo(groups, QPoint()), each->size());
            }
            return rects;
        };
        const auto before = places();
        QVERIFY(before.size() > 3);
        const auto outcomes = counts(u"outcome"_s);
        click(u"op"_s, view(u"op"_s)->model()->rowCount() - 1);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s) != outcomes, WindowStage::Patience);
        QCOMPARE(counts(u"outcome"_s).size(), outcomes.size());
        QCOMPARE(places(), before);
    }

    /// From where and by whom, beside what: without scrolling, with the values of each.
    void theGroupsOfAnIncidentAreInSight()
    {
        MainWindow &window = m_stage->window();
        window.resize(1440, 900);
        QTRY_COMPARE(window.size(), QSize(1440, 900));
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"actor"_s).size() > 3, WindowStage::Patience);
        QCOMPARE(counts(u"source"_s).size(), 5);
        QCOMPARE(counts(u"op"_s).size(), 6);
        QCOMPARE(counts(u"outcome"_s).size(), 3);
        QCOMPARE(counts(u"actor"_s).size(), 6);
        const auto *sight = m_stage->find<QScrollArea>(u"filterScroll"_s)->viewport();
        const auto isInSight = [sight](const QWidget *widget) {
            return sight->rect().contains(QRect(widget->mapTo(sight, QPoint()), widget->size()));
        };
        for (const QString &field : {u"source"_s, u"op"_s, u"outcome"_s, u"actor"_s, u"ip"_s})
            QTRY_VERIFY2(isInSight(group(field)->findChild<QWidget *>(u"facetHeading"_s)), qPrintable(field));
        for (const QString &field : {u"source"_s, u"op"_s, u"outcome"_s, u"actor"_s})
            QVERIFY2(isInSight(view(field)), qPrintable(field));
    }

private:
    static constexpr int All = 6370;

    void open()
    {
        m_stage->openFilled();
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(All))));
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"source"_s).size() > 1, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"op"_s).size() > 3, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(counts(u"outcome"_s).size() > 1, WindowStage::Patience);
        m_edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
    }
    [[nodiscard]] QWidget *group(const QString &field) { return m_stage->find<QWidget>("facet."_L1 + field); }
    [[nodiscard]] FacetView *view(const QString &field)
    {
        return group(field)->findChild<FacetView *>(u"facetValues"_s);
    }
    /// Not “(no value)”, which may be the most frequent one.
    [[nodiscard]] QString firstActor()
    {
        const QAbstractItemModel &model = *view(u"actor"_s)->model();
        int row = 0;
        while (model.index(row, 0).data().toString().startsWith(u'('))
            ++row;
        return model.index(row, 0).data().toString();
    }
    [[nodiscard]] QMap<QString, int> counts(const QString &field)
    {
        QMap<QString, int> counts;
        const QAbstractItemModel &model = *view(field)->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            counts.insert(model.index(row, 0).data().toString(),
                          QLocale().toInt(model.index(row, 0).data(FacetCountRole).toString()));
        }
        return counts;
    }
    [[nodiscard]] QString sumOf(const QString &field)
    {
        const auto values = counts(field).values();
        return QLocale().toString(std::accumulate(values.begin(), values.end(), 0)) + u' ';
    }
    /// \returns the value
    QString click(const QString &field, int row, Qt::KeyboardModifiers modifiers = {})
    {
        FacetView *values = view(field);
        const QModelIndex index = values->model()->index(row, 0);
        const QRect place = values->visualRect(index);
        QTest::mouseClick(values->viewport(), Qt::LeftButton, modifiers,
                          {place.left() + 30, place.center().y()});
        return index.data().toString();
    }

    std::unique_ptr<WindowStage> m_stage;
    QLineEdit *m_edit = nullptr;
};

TRAILGLASS_GUI_TEST(FacetsTest)
#include "tst_facets.moc"
