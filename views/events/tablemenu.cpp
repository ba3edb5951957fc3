// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/tablemenu.h"

#include "views/common/plaintext.h"

#include <QActionGroup>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

void check(const QActionGroup &group, const QVariant &value)
{
    const auto actions = group.actions();
    for (QAction *action : actions)
        action->setChecked(action->data() == value);
}

} // namespace

TableMenu::TableMenu(QWidget *parent)
    : QMenu(tr("Ta&ble"), parent)
    , m_precisions(new QActionGroup(this))
    , m_relative(new QAction(tr("&Relative: 3 hours ago"), this))
    , m_zones(new QActionGroup(this))
    , m_densities(new QActionGroup(this))
{
    setObjectName("tableMenu"_L1);
    m_zones->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // any other zone
    addTimes();
    addRows();
    addSeparator();
    addAction(tr("&Colour rules…"), this, &TableMenu::colourRulesRequested)->setObjectName("colourRules"_L1);
    setTimeDisplay({});
    setDensity(RowDensity::Normal);
}

QAction *TableMenu::addChoice(QMenu *menu, QActionGroup *group, const QString &name, const QString &text,
                              const QVariant &value)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setData(value);
    group->addAction(action);
    return action;
}

void TableMenu::addTimes()
{
    using Precision = TimeDisplay::Precision;
    QMenu *times = addMenu(tr("&Times"));
    times->setObjectName("timesMenu"_L1);
    const auto addPrecision = [this, times](const QString &name, const QString &text, Precision precision) {
        addChoice(times, m_precisions, name, text, static_cast<int>(precision));
    };
    addPrecision(u"timeSeconds"_s, tr("To the &second"), Precision::Seconds);
    addPrecision(u"timeMilliseconds"_s, tr("To the &millisecond"), Precision::Milliseconds);
    addPrecision(u"timeMicroseconds"_s, tr("To the mi&crosecond"), Precision::Microseconds);
    times->addSeparator();
    m_relative->setObjectName("timeRelative"_L1);
    m_relative->setCheckable(true);
    times->addAction(m_relative);
    times->addSeparator();
    const QByteArray local = QTimeZone::systemTimeZoneId();
    addChoice(times, m_zones, u"zoneUtc"_s, tr("&UTC"), QByteArrayLiteral("UTC"));
    addChoice(times, m_zones, u"zoneLocal"_s,
              tr("&Local time (%1)").arg(PlainText::caption(QString::fromUtf8(local))), local);
    QAction *other = times->addAction(tr("&Other time zone…"), this, &TableMenu::otherZoneRequested);
    other->setObjectName("zoneOther"_L1);

    connect(m_precisions, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_display.precision = static_cast<Precision>(action->data().toInt());
        Q_EMIT timeDisplayChosen(m_display);
    });
    connect(m_relative, &QAction::triggered, this, [this](bool isRelative) {
        m_display.isRelative = isRelative;
        Q_EMIT timeDisplayChosen(m_display);
    });
    connect(m_zones, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT zoneChosen(action->data().toByteArray()); });
}

void TableMenu::addRows()
{
    QMenu *rows = addMenu(tr("Row &height"));
    rows->setObjectName("rowsMenu"_L1);
    const auto add = [this, rows](const QString &name, const QString &text, RowDensity density) {
        addChoice(rows, m_densities, name, text, static_cast<int>(density));
    };
    add(u"rowsCompact"_s, tr("&Compact"), RowDensity::Compact);
    add(u"rowsNormal"_s, tr("&Normal"), RowDensity::Normal);
    add(u"rowsComfortable"_s, tr("C&omfortable"), RowDensity::Comfortable);
    connect(m_densities, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT densityChosen(static_cast<RowDensity>(action->data().toInt()));
    });
}

void TableMenu::setTimeDisplay(const TimeDisplay &display)
{
    m_display = display;
    check(*m_precisions, static_cast<int>(display.precision));
    m_relative->setChecked(display.isRelative);
}

void TableMenu::setZone(const QByteArray &zone)
{
    check(*m_zones, zone);
}

void TableMenu::setDensity(RowDensity density)
{
    check(*m_densities, static_cast<int>(density));
}

} // namespace Trailglass

#include "moc_tablemenu.cpp"
