#pragma once

#include "sim/scenario/binder.hpp"

namespace tumen {

/// Binds the whole document, which is expanded and free of what is disabled.
void bind_scenario(Binder& binder);

// One function a section, in the order they run: a section may refer to the names of any other, and
// to the rows of those bound before it. Each adds its rows, names and problems to the binder.

/// `name`, `title`, `start`, `ticks` ...: what the others need before the first series.
void bind_head(Binder& binder);
void bind_market(Binder& binder);
void bind_rules(Binder& binder);
void bind_countries(Binder& binder);
void bind_pairs(Binder& binder);
void bind_fields(Binder& binder);
void bind_corridors(Binder& binder);
void bind_debts(Binder& binder);
void bind_regimes(Binder& binder);
/// Instruments for their problems and names; they add no rows.
void bind_instruments(Binder& binder);
/// Packages with their terms, clauses and parties.
void bind_packages(Binder& binder);
void bind_acts(Binder& binder);
void bind_events(Binder& binder);
/// Levers that the scenario suggests; after everything that has numbers.
void bind_levers(Binder& binder);
/// What the scenario says tends to happen.
void bind_claims(Binder& binder);

}  // namespace tumen
