// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/histogram/histogramaccessible.h"

#include "views/histogram/histogramchart.h"

#include <QAccessibleWidget>

#include <utility>

namespace Trailglass {

namespace {

class HistogramAccessible : public QAccessibleWidget
{
public:
    explicit HistogramAccessible(HistogramChart &chart)
        : QAccessibleWidget(&chart, QAccessible::Chart)
        , m_chart(chart)
    {
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_chart.valueText() : QAccessibleWidget::text(kind);
    }

private:
    HistogramChart &m_chart;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *chart = qobject_cast<HistogramChart *>(object);
    return chart ? new HistogramAccessible(*chart) : nullptr;
}

} // namespace

void registerHistogramAccessible()
{
    static bool isRegistered = false;
    if (!std::exchange(isRegistered, true))
        QAccessible::installFactory(make);
}

} // namespace Trailglass
