// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/facetheadingaccessible.h"

#include "views/filters/facetheading.h"

#include <QAccessibleWidget>

#include <utility>

namespace Trailglass {

namespace {

class FacetHeadingAccessible : public QAccessibleWidget
{
public:
    explicit FacetHeadingAccessible(FacetHeading &heading)
        : QAccessibleWidget(&heading, QAccessible::Button)
        , m_heading(heading)
    {
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = m_heading.isExpanded();
        state.collapsed = !m_heading.isExpanded();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return QStringList(pressAction()) + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_heading.click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    FacetHeading &m_heading;
};

QAccessibleInterface *makeHeading(const QString &, QObject *object)
{
    auto *heading = qobject_cast<FacetHeading *>(object);
    return heading ? new FacetHeadingAccessible(*heading) : nullptr;
}

} // namespace

void registerFacetHeadingAccessible()
{
    static bool isRegistered = false;
    if (!std::exchange(isRegistered, true))
        QAccessible::installFactory(makeHeading);
}

} // namespace Trailglass
