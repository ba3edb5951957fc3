// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/filterstate.h"
#include "views/filters/facetdelegate.h"
#include "views/filters/facetgrouplist.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"
#include "views/filters/filterpane.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

namespace Trailglass::Testing {

/// Stands at one moment.
class FixedClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override { return *parseTime("2026-11-20T12:00:00Z"); }
};

/// A pane with its filter, shown, with counted actors.
class FilterPaneStage
{
public:
    FilterPaneStage()
    {
        pane.resize(280, 900);
        pane.show();
        pane.setFacet({{Field::Actor, {{"ann", 12'345}, {"bob", 7}, {std::nullopt, 3}}}});
    }

    [[nodiscard]] QModelIndex index(int row) const { return values->model()->index(row, 0); }
    [[nodiscard]] QString shown(int row) const { return index(row).data().toString(); }
    [[nodiscard]] QString count(int row) const { return index(row).data(FacetCountRole).toString(); }
    /// All values in sight, in order.
    [[nodiscard]] QStringList shownValues() const
    {
        QStringList shownValues;
        for (int row = 0; row < values->model()->rowCount(); ++row)
            shownValues << shown(row);
        return shownValues;
    }
    [[nodiscard]] Qt::CheckState state(int row) const
    {
        return static_cast<Qt::CheckState>(index(row).data(Qt::CheckStateRole).toInt());
    }
    /// On the value's text.
    void click(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        const QRect place = values->visualRect(index(row));
        QTest::mouseClick(values->viewport(), Qt::LeftButton, modifiers,
                          {place.left() + 30, place.center().y()});
    }
    void chooseFromMenu(int row, const QString &action) const
    {
        values->setCurrentIndex(index(row));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(values->viewport(), &event);
        auto *menu = actor->findChild<QMenu *>(QStringLiteral("facetMenu"));
        QVERIFY(menu && menu->isVisible());
        menu->findChild<QAction *>(action)->trigger();
        delete menu;
    }
    /// Each layout asks the one around it in a turn of its own.
    void layOut() const
    {
        for (const QWidget *widget = values; widget; widget = widget->parentWidget())
            QCoreApplication::sendPostedEvents();
    }
    void movePointerIn() const
    {
        QEnterEvent event(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(groups, &event);
    }
    void movePointerOut() const
    {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(groups, &event);
    }
    /// \returns user0, user1 … with counts that fall
    [[nodiscard]] static std::vector<FacetValue> users(int number)
    {
        std::vector<FacetValue> many;
        for (int user = 0; user < number; ++user)
            many.push_back({"user" + std::to_string(user), number - user});
        return many;
    }

    FixedClock clock;
    FilterState filter;
    FilterPane pane{&filter, clock};
    QSignalSpy wanted{&pane, &FilterPane::facetsRequested};
    FacetGroupList *groups = pane.findChild<FacetGroupList *>(QStringLiteral("filterGroups"));
    QWidget *actor = pane.findChild<QWidget *>(QStringLiteral("facet.actor"));
    QToolButton *heading = actor->findChild<QToolButton *>(QStringLiteral("facetHeading"));
    FacetView *values = actor->findChild<FacetView *>(QStringLiteral("facetValues"));
    QToolButton *more = actor->findChild<QToolButton *>(QStringLiteral("facetMore"));
    QLabel *note = actor->findChild<QLabel *>(QStringLiteral("facetNote"));
    QLineEdit *search = actor->findChild<QLineEdit *>(QStringLiteral("facetSearch"));
    QAbstractItemModelTester tester{values->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace Trailglass::Testing
