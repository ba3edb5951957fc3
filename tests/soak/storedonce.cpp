// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Whatever a history brings is stored once, beside the checkpoint that follows it.

#include "tests/soak/storedhistory.h"

#include "models/core/text.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

constexpr int StoredOnceShare = 1;

class StoredOnceLaw : public Law
{
public:
    explicit StoredOnceLaw(Vendor vendor)
        : Law(u"stored-once/"_s + toQString(Trailglass::name(vendor)), StoredOnceShare,
              [vendor](quint64 seed) { return liveInDatabase(vendor, seed, weathersOf(vendor)); })
    {
    }
};

const StoredOnceLaw asanaStoresOnce(Vendor::Asana);
const StoredOnceLaw secodaStoresOnce(Vendor::Secoda);
const StoredOnceLaw datafoldStoresOnce(Vendor::Datafold);
const StoredOnceLaw paradimeStoresOnce(Vendor::Paradime);
const StoredOnceLaw nectedStoresOnce(Vendor::Nected);

} // namespace

} // namespace Trailglass::Soak
