// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/tablecolumns.h"

namespace Trailglass {

const std::vector<Column> &defaultTableColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> made;
        for (const Field field : {Field::Created, Field::Source, Field::Action, Field::Outcome, Field::Actor,
                                  Field::Target, Field::Ip})
            made.push_back({field, std::string(name(field))});
        return made;
    }();
    return columns;
}

} // namespace Trailglass
