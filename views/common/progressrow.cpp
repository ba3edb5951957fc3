// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/common/progressrow.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Progress bars count in int; rows and bytes may not fit.
constexpr int Steps = 1000;

} // namespace

ProgressRow::ProgressRow(const QString &name, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar)
    , m_stop(new QPushButton(tr("S&top")))
{
    m_bar->setObjectName(name + "Progress"_L1);
    m_bar->setAccessibleName(accessibleName);
    m_bar->setTextVisible(false);
    m_stop->setObjectName(name + "Stop"_L1);
    m_stop->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_stop);
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    hide();
    connect(m_stop, &QPushButton::clicked, this, &ProgressRow::stopped);
}

void ProgressRow::begin()
{
    setPart({});
    show();
}

void ProgressRow::end()
{
    hide();
}

void ProgressRow::setPart(std::optional<double> part)
{
    m_bar->setRange(0, part ? Steps : 0);
    m_bar->setValue(part ? static_cast<int>(std::clamp(*part, 0.0, 1.0) * Steps) : 0);
}

} // namespace Trailglass

#include "moc_progressrow.cpp"
