// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/soak/law.h"

#include <algorithm>
#include <utility>

namespace Trailglass::Soak {

namespace {

QList<const Law *> &registered()
{
    static QList<const Law *> laws; // exists before the first law, whatever the order of their files
    return laws;
}

} // namespace

Tally &Tally::operator+=(const Tally &other)
{
    histories += other.histories;
    syncs += other.syncs;
    kills += other.kills;
    events += other.events;
    comparisons += other.comparisons;
    return *this;
}

Law::Law(QString name, int share, Run run)
    : m_name(std::move(name))
    , m_share(share)
    , m_run(std::move(run))
{
    registered().append(this);
}

Law::~Law()
{
    registered().removeOne(this);
}

QList<const Law *> Law::all()
{
    QList<const Law *> laws = registered();
    std::ranges::sort(laws, [](const Law *left, const Law *right) { return left->name() < right->name(); });
    return laws;
}

} // namespace Trailglass::Soak
