// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/settings/zonedialog.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

ZoneDialog::ZoneDialog(const QByteArray &current, QWidget *parent)
    : QDialog(parent)
    , m_current(current)
    , m_search(new QLineEdit)
    , m_zones(new QListWidget)
{
    setObjectName("zoneDialog"_L1);
    setWindowTitle(tr("Time zone"));
    m_search->setObjectName("zoneSearch"_L1);
    m_search->setAccessibleName(tr("Search time zones"));
    m_search->setPlaceholderText(tr("Search: Berlin, America, UTC"));
    m_search->setClearButtonEnabled(true);
    m_zones->setObjectName("zoneList"_L1);
    m_zones->setAccessibleName(tr("Time zones"));
    m_zones->setUniformItemSizes(true);
    const QByteArray system = QTimeZone::systemTimeZoneId();
    const auto add = [this](const QByteArray &zone, const QString &text) {
        auto *item = new QListWidgetItem(text, m_zones);
        item->setData(Qt::UserRole, zone);
        if (zone == m_current && !m_zones->currentItem())
            m_zones->setCurrentItem(item);
    };
    add(QByteArrayLiteral("UTC"), tr("UTC"));
    if (system != "UTC" && QTimeZone(system).isValid())
        add(system, tr("%1 – this machine").arg(QString::fromLatin1(system)));
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/') && zone != system)
            add(zone, QString::fromLatin1(zone));
    }
    auto *label = new QLabel(tr("Time zone for displayed times and for times in filters:"));
    label->setWordWrap(true);
    label->setBuddy(m_search);
    auto *note = new QLabel(tr("Exports always use UTC."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_search);
    layout->addWidget(m_zones, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &ZoneDialog::narrow);
    connect(m_zones, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(420, 460);
    m_search->setFocus();
}

QByteArray ZoneDialog::zone() const
{
    const QListWidgetItem *item = m_zones->currentItem();
    return item && !item->isHidden() ? item->data(Qt::UserRole).toByteArray() : m_current;
}

void ZoneDialog::narrow(const QString &text)
{
    const QString wanted = text.trimmed().replace(u' ', u'_');
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_zones->count(); ++row) {
        QListWidgetItem *item = m_zones->item(row);
        const bool matches = item->text().contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!matches);
        if (matches && !first)
            first = item;
    }
    if (first && (!m_zones->currentItem() || m_zones->currentItem()->isHidden()))
        m_zones->setCurrentItem(first);
}

} // namespace Trailglass

#include "moc_zonedialog.cpp"
