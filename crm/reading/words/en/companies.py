"""English: names of companies: what is no part of the name itself, and what shows that a name follows.

Add a word to a line; the engine needs no change.
"""

COMPANY_FORMS = """
    inc, incorporated, ltd, limited, llc, llp, plc, corp, corporation, co, company, gmbh, ag, sa, sas, srl, spa, bv,
    nv, kg, se, oy, ab, as, aps, pty, pte, sdn, bhd, lp, holdings, holding, group, kk, pvt, private, sarl, kgaa, ug,
    the
"""

JOINERS = """
    and, of, the, de, du, la, le, les, von, van, for, der, den, di, da, und, et, zur, och, del, los, des
"""

# What many firms' names begin with: nobody calls Gebrüder Weiß by the first word.
NAME_OPENERS = """
    agencia, construtora, hospital, clinica, escola, editora, colegio, instituto, clube, loja, farmacia, padaria,
    restaurante, banco, banque, supermercado, transportes, distribuidora, comercial, industria, industrias,
    laboratorio, fazenda, usina, metalurgica, confeccoes, viacao, quimica, curtume, cervejaria, radio, hotel, cafe,
    empresa, fabrica, ferreteria, tienda, panaderia, inmobiliaria, constructora, boulangerie, pharmacie, imprimerie,
    transports, ateliers, brasserie, domaine, chateau, officina, ditta, pasticceria, ristorante, azienda, tipografia,
    cantina, autohaus, backerei, brauerei, spedition, maschinenfabrik, druckerei, gasthof, kanzlei, apotheke,
    schreinerei, metzgerei, stadtwerke, klinikum, praxis, molkerei, weingut, kedai, syarikat, perusahaan, restoran,
    toko, warung, apotek, rumah,
    gebruder, gebr, fratelli, hermanos, irmaos, freres, maison, societe, grupo, gruppo, groupe, messrs, casa, estudio,
    officine, ets, etablissements
"""

# What may stand before a name and is no part of it: PT Gajah Tunggal, The Body Shop.
COMPANY_FORMS_BEFORE = "the, pt, cv"

# How a word of a name is spelled out.
ABBREVIATIONS = {
    "sta": "santa",
    "sto": "santo",
    "ste": "sainte",
    "mfg": "manufacturing",
    "intl": "international",
    "bros": "brothers",
    "ave": "avenue",
    "svcs": "services",
    "svc": "service",
    "mgmt": "management",
    "univ": "university",
    "natl": "national",
    "assoc": "associates",
    "inds": "industries",
    "grp": "group",
    "ctr": "center",
    "centre": "center",
    "engg": "engineering",
    "mfrs": "manufacturers",
    "dist": "distributors",
    "pharmaceuticals": "pharma",
    "hosp": "hospital",
    "rd": "road",
    "blvd": "boulevard",
    "sys": "systems",
    "logs": "logistics",
    "trans": "transport",
    "const": "construction",
    "equip": "equipment",
    "hldgs": "holdings",
    "n": "and",
    "elec": "electric",
}

INDUSTRIES = """
    precision, sealing, polymers, composites, moulds, molds, dies, caterers, patisserie, grocers, grocery, provisions,
    butchery, abattoir, hatchery, feedmill, ginning, sugar, rice, flour, oils, soap, soaps, detergents, perfumes,
    candles, pens, inks, dyes, pigments, resins, adhesives, rubber, foam, foams, springs, gaskets, seals, hinges,
    locks, keys, safes, vaults, gauges, scales, weighing, filtration, filters, purifiers, ro, irrigation, borewell,
    drillers, surveyors, geotech, mapping, gis, valuers, auctioneers, realtors, lettings, housing, developers,
    promoters, trader, stockists, wholesalers, retailers, emporium, bazaar, mall, arcade, plaza, centre, hub, point,
    corner, junction,
    camp, lodge, safari, dock, docks, apartments, towers, villas, residences, suites, inn, inns, motel, hostel,
    lounge, grill, diner, bistro, kitchen, pizzeria, deli, butchers, florist, florists, fishmongers, boutique,
    tailors, orchard, orchards, ranch, plantation, plantations, estate, hardware, sawmills, joinery, cabinetry,
    upholstery, dyeing, dyers, knitwear, pottery, ironworks, brickworks, chandlery, chandlers, shipyard, shipyards,
    boatyard, quarry, quarries, silos, feeds, stationers, stationery, pharmacies, chemist, chemists, hospitality,
    canteen, bottlers, growers, packers, exporters, importers, merchants, merchant, suppliers, roasters, roastery,
    bakers, bakeries, millers, smelters, tannery, tanneries, weavers, looms, garment, yarn, yarns, spinning, jute,
    leather, footwear, opticals, hosiery, agrovet, agritech, fintech, edtech, medtech, dentistry, physio, fertility,
    oncology, radiology, pathology, cardiology, veterinarians, kennels, stables, riding, yachting, cruise, ferry,
    airport, airfreight, cargo, forwarders, forwarding, stevedores, terminals, terminal, port, ports, customs,
    lubricants, grease, gases, welders, boilers, turbines, generators, transformers, switchgear, meters, compressors,
    conveyors, hoists, lifts, escalators, blasting, surfacing, insulation, glazing, facades, cladding, precast,
    readymix, blocks, timbers, veneers, plywood, laminates, locksmiths, alarms, guards, cleaners, laundry, linen,
    workwear, safety, signage, banners, printers, binders, packagers, labels, bottles, cans, cartons, pallets, crates,
    factory, pharmacy, laboratories, workshop, garage, steelworks, textile, garments, fabrics, timber, lumber, sawmill,
    tiles, paints, fertilizers, seeds, agro, fisheries, electricals, contractors, enterprises, agencies, supermarket,
    opticians, aluminium, spices, confectionery, beverages, bottling, dairies, poultry, meats,
    plumbing, painting, paint, cleaning, catering, events, photography, pet, pets, vet, veterinary, orthopedics,
    pediatrics, eye, vision, optical, imaging, labs, biotech, bio, therapeutics, genetics, diagnostics, devices,
    surgical, rehab, hospice, senior, living, care, homecare, nursing, childcare, preschool, museum, theater,
    theatre, theaters, cinemas, church, temple, orchestra, club, golf, yacht, yachts, boats, surf, ski, bikes,
    cycles, tires, tyre, tyres, towing, collision, body, glassworks, signs, sign, graphics, embroidery, uniforms,
    linens, bedding, mattress, carpets, tile, stone, granite, marble, masonry, concrete, cement, paving, asphalt,
    excavating, drilling, welding, machining, fabrication, fabrications, fabricators, foundry, plating, finishing,
    heating, cooling, refrigeration, elevator, elevators, cranes, rigging, scaffolding, rentals, rental, leasing,
    hire, movers, moving, storage, haulage, drayage, aviation, air, jets, charter, cruises, ferries, rail, railway,
    transit, taxi, limo, parking, panelbeaters, aggregates, bricks, roofing, gutters, fencing, pools, spas, windows,
    doors, blinds, kitchens, cabinets, lighting, lights, lamps, batteries, battery, cells, chips, circuits, boards,
    optics, photonics, lasers, laser, drones, satellites, wireless, fibre, broadband, hosting, web, apps, ai, cyber,
    dynamics, informatics, intelligence, insights, research, surveys, polling, translations, interpreters, notary,
    mortgage, lending, loans, credit, equity, wealth, brokers, brokerage, assurance, risk, claims, payroll,
    benefits, tax, audit, bookkeeping, lab, systems, system, technologies, technology, tech, software, solutions,
    services, service, networks, network, logistics, freight, lines, analytics, pharma, pharmaceuticals, partners,
    partner, foods, food, engineering, energy, energie, bank, banking, consulting, consultants, insurance, dental,
    clinic, hospital, health, healthcare, medical, motors, motor, auto, automotive, traders, trading, toys, toy,
    fiber, bakery, brewing, brewery, robotics, seafood, marine, shipping, transport, trucking, manufacturing,
    industries, industrial, international, global, capital, ventures, investments, finance, financial, union, media,
    studios, studio, design, designs, digital, data, cloud, mobile, mobility, telecom, communications, electric,
    electronics, electrical, power, solar, steel, metals, metal, plastics, packaging, paper, printing, press,
    publishing, books, school, schools, university, college, academy, institute, hotel, hotels, resort, resorts,
    restaurant, restaurants, cafe, coffee, farms, farm, dairy, organics, wines, winery, vineyards, distillery,
    construction, builders, building, homes, realty, properties, property, estates, architects, interiors,
    furniture, furnishings, flooring, hvac, landscaping, gardens, nursery, fitness, gym, sports, outdoors, apparel,
    clothing, fashion, textiles, shoes, jewelry, jewellers, cosmetics, beauty, salon, spa, supply, supplies,
    distribution, distributors, distributor, wholesale, retail, stores, store, mart, market, markets, depot,
    warehouse, equipment, tools, tool, machine, machinery, machines, instruments, controls, automation, sensors,
    semiconductor, semiconductors, materials, chemicals, chemical, coatings, glass, ceramics, water, waste,
    recycling, environmental, utilities, oil, gas, petroleum, mining, minerals, aerospace, airlines, airways,
    defense, security, legal, law, accounting, advisory, recruiting, staffing, agency, marketing, advertising,
    creative, productions, entertainment, games, gaming, travel, tours, logistic, couriers, courier, express,
    delivery, foundation, trust, council, county, city, district, state, national, american, british, royal, first,
    general, united, new, north, south, east, west, northern, southern, eastern, western, central, pacific,
    atlantic, great, big, blue, red, green, black, white, golden, silver, star, sun, street, bay, valley, hill,
    lake, river, mountain, marina, second, third, wire, cable, cables, pumps, valves, bearings, hydraulics,
    fasteners, components, parts, tooling, castings, forge, mills, works, brothers, bros, sons, associates
"""

# Words too plain to stand for a name unless the note shows it.
PLAIN_NAMES = """
    old, new, red, blue, green, black, white, gray, grey, gold, silver, golden, brown, purple, pink, yellow, royal,
    noble,
    river, lake, ocean, mountain, hill, valley, north, south, east, west, northern, southern, eastern, western, upper,
    lower, central, center, centre, city, town, country, county, state, union, family, home, house, garden, farm,
    field,
    forest, wood, woods, stone, rock, iron, steel, fire, water, air, star, moon, day, night, king, queen, prince,
    lord,
    knight, captain, master, smart, simple, easy, quick, fast, rapid, direct, express, choice, value, quality, select,
    super, ultra, power, energy, bay, port, island, beach, coast, shore, tower, gate, castle, church, cross, angel,
    little, big, great, grand, high, low, long, short, fine, pure, true, real, fair, fresh, clean, cool, warm, hot,
    cold,
    dry, safe, secure, strong, solid, hand, heart, mind, body, head, foot, eye, voice, world, earth, planet, space,
    digital, data, cloud, tech, media, design, studio, works, group, team, club, circle, square, line, lane, road,
    street,
    park, court, place, corner, market, store, shop, trade, bank, capital, fund, trust, law, legal, health, care,
    life,
    live, living, hope, dream, vision, view, light, sound, color, colour, paper, print, press, book, page, letter,
    word,
    story, school, class, college, student, teacher, doctor, service, services, support, solution, solutions, systems,
    system, network, link, connect, contact, active, motion, drive, ride, run, walk, fly, wing, wings, sail, anchor,
    chain, ring, key, lock, door, window, wall, floor, roof, table, chair, bed, kitchen, bath, glass, metal, plastic,
    wire, tool, tools, machine, motor, engine, wheel, tire, gear, parts, pack, package, box, bag, bottle, cup, plate,
    food, foods, fruit, apple, orange, lemon, cherry, berry, nut, bean, seed, grain, bread, cake, sugar, salt, spice,
    honey, milk, coffee, tea, wine, beer, fish, meat, chicken, dog, cat, horse, cow, bird, duck, goose, bee, ant,
    young,
    early, late, modern, classic, original, special, unique, perfect, ideal, top, max, plus, pro, expert, partner,
    alliance, allied, associated, integrated, advanced, applied, leading, future, forward, next, trend, century,
    millennium,
    target, apple, may, march, sea, sun, chase, delta, gap, visa, oracle, square, block, box, slack, zoom, ring,
    nest, shell, ford, orange, subway, sprint, match, indeed, monday, friday, second, first, next, signal, notion,
    linear, amplitude, segment, stripe, brand, bolt, grab, compass, summit, pinnacle, apex, vertex, harbor, anchor,
    bridge, bright, clear, smart, swift, prime, core, edge, point, peak, spark, wave, flow, unity, alpha, beta,
    echo, nova, eagle, falcon, hawk, lion, tiger, bear, fox, wolf, oak, pine, cedar, maple, rose, lily, iris, ivy,
    diamond, crystal, pearl, ruby, amber, jade, canon, polo, dove, tide, crest, ally, progressive, discover,
    guardian, liberty, unit, meta, x, time, fortune, people, global, general, national, american, united, standard,
    premier, best, total, quest, pilot, quote, order, contract, price, budget, deal, demo, trial, call, meeting,
    visit, lunch, close, open, live, lead, prospect, customer, client, sage
"""

# What shows that a plain word is a name here: "met Target", "apple meeting".
BEFORE_NAMES = """
    at, @, from, with, w, w/, to, visited, met, called, rang, emailed, texted, pinged, of, via, re, lost, won,
    signed, closed, owns, mark, update, both, near, client, customer, account, prospect, by, company
"""

AFTER_NAMES = """
    rfp, rfq, tender, proposal, budget, invoice, install, installation, rollout, kickoff, kick-off, samples,
    board, ceo, cfo, cto, buyer, hq, site, plant, folks, guys, people, signing, signs, loved, likes, chose,
    picked, opted, went, just, now, called, emailed, rang, texted, replied, bought, ordered, paid, owes,
    complained, complaint, training, workshop, qbr, poc, upgrade, expansion,
    meeting, mtg, call, demo, deal, visit, said, says, wants, want, asked, signed, rep, team, procurement, contract,
    renewal, order, pilot, trial, account, approved, confirmed, cancelled, postponed, pushed, ghosted, is, are, has,
    have, need, needs, didn't, follow, fu, f, po, quote
"""

# Before a name: somebody else than the customer.
OTHERS_BEFORE = """
    go with, goes with, going for, went for, gone for, plumped for, settled on, settled for, sided with, they go w,
    signed up with, shop with,
    they're on, they are on, he's on, she's on, going w, went w, gone w, lost it to, lost them to, lost out to,
    lost this to, awarded to, given to, gave it to, quoting against, bidding against, beaten by, buying from,
    buys from, buy from, bought from, supplied by, served by, customer of, uses, unhappy with, migrating off,
    ditching, dumping, dropping, renew with, renewing with, already with, already using, already has, already have,
    they have, they use, they're using, he uses, she uses, we beat, price from, dearer than, cheaper, than,
    pricier than, competitor, competitors, rival, incumbent, lost to, lost … to, went with, gone with, going with,
    signed with, chose, choosing, picked, opted for, versus, vs, against, competing with, compared to,
    compared with, comparing us with, comparing us to, comparing with, instead of, replacing, replace,
    switching from, moving off, migrate from, migrating from, moving from, currently on, currently using,
    currently with, using, use, vendor, supplier is, supplier, distributor for, partner, our partner, via, through,
    referred by, referral from, referral by, recommended by, introduced by, introduction from, intro from, intro by,
    intro via, ex, formerly at, formerly, used to be at, used to work at, previously at, came from, left for,
    same as, similar to, works with, sells to, supplier to, integrates with, integrate with, integration with,
    cheaper than, stick with, sticking with, staying with, stay with, happy with, contract with, locked in with,
    also talking to, also looking at, also evaluating, looking at, evaluating, up against, undercut by, quote from,
    offer from, subsidiary of, owned by, acquired by,
    got reference from, reference from, ref from, reference of, they supply, supplies, they sell to, supplier of,
    give them, giving them, sister company of, parent is, parent company is, part of
"""

# After a name: somebody else than the customer.
OTHERS_AFTER = """
    is cheaper, was cheaper, undercut, offered them, quoted them, is also bidding, are also bidding, is in there,
    is the incumbent, won it, won the deal, beat us, got it, are in there, is at, are at, referred, introduced,
    recommended, intro'd,
    offered … less, offered … cheaper, offered … off, quoted lower, quoted less, came in lower, came in cheaper,
    gave us a reference, is their supplier, are their supplier
"""

CUSTOMER_CUES = """
    referral from, referral, introduced us to, intro to,
    new lead, new customer, new prospect, new account, new client, lead from, new logo, prospect, customer, client,
    account, company, new company, lead, new inquiry, new enquiry, inquiry from, enquiry from, card from, enquiry,
    inquiry, new partner, new distributor,
    new reseller, new dealer, web lead, website lead, inbound,
    reference from, got reference from, ref from
"""

BY_NEW = """
    referral from, new referral, lead from, inbound from,
    new one:, new customer, new lead, new client, new account, new prospect, new company, new logo, add customer,
    add new customer, create customer, new:, new
"""

# A name after these is a firm where somebody else is the one spoken with, see beside.py.
FIRM_REACHED = """
called, rang, phoned, cold called, cold-called, emailed, e-mailed, texted, messaged, contacted, reached, pinged,
call with,
call to, demo for, demo at, meeting at, meeting with
"""
FIRM_VISITED = (
    "visited, stopped by, dropped by, dropped in at, swung by, popped into, on site at, onsite at, site visit to"
)
PERSON_SPOKEN_WITH = """
spoke with, spoke to, spoke w/, spoken with, spoken to, talked to, talked with, talked w/, chatted with, chatted to,
met,
met with, saw, got hold of, got through to, with, w/
"""
FIRM_SOLD_TO = """
quoted, sent, quote for, quote to, proposal for, proposal to, order from, po from, demo with, demo for, demo at,
demo to,
demoed to, demoed for, pitched, pitch to, onboarded, trial at, trial with, pilot at, pilot with, invoice to,
samples to,
lost, won, signed, closed, met with, deal with, contract with, renewal with, kickoff with, meeting with, mtg with,
call with
"""
# After a name, these make it a firm's: "Hooli's buyer".
FIRM_OWNS = """
's buyer, 's cfo, 's ceo, 's cto, 's coo, 's cio, 's owner, 's team, 's procurement, 's purchasing, 's legal, 's hq,
's office, 's plant, 's warehouse, 's factory, 's gm, 's it, 's ops, 's engineer, 's engineers, 's manager,
's director,
's vp, 's head of, 's board, 's contract, 's renewal, 's po, procurement, purchasing team, hq
"""

# A name behind a firm's that is where the firm is: "Jollibee Manila".
PLACES = """
    nagpur, indore, bhopal, lucknow, kanpur, patna, ranchi, raipur, nashik, aurangabad, vadodara, rajkot, coimbatore,
    madurai, kochi, cochin, trivandrum, mysore, mangalore, hubli, vizag, visakhapatnam, vijayawada, guwahati,
    siliguri, bhubaneswar, cuttack, amritsar, ludhiana, jalandhar, chandigarh, dehradun, agra, varanasi, meerut,
    ghaziabad, faridabad, thane, goa, jodhpur, udaipur, kota, islamabad, faisalabad, multan, peshawar, rawalpindi,
    sialkot, chittagong, sylhet, kathmandu, kandy, male, yangon, mandalay, phnom penh, vientiane, da nang, hai phong,
    chiang mai, pattaya, davao, iloilo, makati, quezon, medan, semarang, makassar, bali, denpasar, batam, bintan,
    seremban, kota kinabalu, miri, kuantan, shah alam, petaling jaya, abu dhabi, ajman, fujairah, ras al khaimah,
    al ain, dammam, khobar, mecca, medina, salalah, sohar, manama, amman, aqaba, beirut, tripoli, damascus, baghdad,
    basra, erbil, tehran, alexandria, giza, luxor, casablanca, rabat, marrakech, tangier, fes, tunis, sfax, algiers,
    oran, khartoum, addis ababa, addis, kampala, entebbe, kigali, dar es salaam, dar, dodoma, arusha, zanzibar,
    kisumu, nakuru, eldoret, lusaka, ndola, harare, bulawayo, gaborone, windhoek, maputo, beira, lilongwe, blantyre,
    luanda, kinshasa, lubumbashi, douala, yaounde, abidjan, dakar, bamako, kumasi, tema, port harcourt, kano, kaduna,
    ibadan, enugu, cape town, pretoria, bloemfontein, port elizabeth, sandton, wolverhampton, stockport, oldham,
    wigan, warrington, crewe, chester, shrewsbury, hereford, gloucester, cheltenham, reading, guildford, basingstoke,
    southampton, portsmouth, bournemouth, poole, taunton, truro, inverness, dundee, stirling, newcastle, durham,
    darlington, middlesbrough, harrogate, wakefield, huddersfield, doncaster, rotherham, grimsby, lincoln, worcester,
    kettering, corby, bedford, stevenage, watford, harlow, basildon, southend, maidstone, dover, ashford, crawley,
    hove, waterford, kilkenny, sligo, tralee, düsseldorf, dusseldorf, essen, dortmund, bremen, hannover, hanover,
    nuremberg, bonn, mannheim, karlsruhe, freiburg, augsburg, mainz, kiel, rostock, salzburg, linz, innsbruck,
    lausanne, lugano, nice, nantes, strasbourg, bordeaux, rennes, grenoble, zaragoza, malaga, murcia, vigo, braga,
    coimbra, bologna, florence, genoa, verona, padua, bari, palermo, utrecht, eindhoven, tilburg, leuven, bruges,
    liege, odense, aalborg, trondheim, stavanger, uppsala, turku, oulu, tallinn, riga, vilnius, gdansk, poznan, lodz,
    ostrava, bratislava, ljubljana, zagreb, split, belgrade, sarajevo, skopje, tirana, cluj, timisoara, plovdiv,
    varna, thessaloniki, patras, bursa, antalya, adana, tbilisi, yerevan, baku, almaty, astana, tashkent, kazan,
    minsk, kyiv, lviv, odesa, jacksonville, savannah, charleston, greenville, knoxville, chattanooga, louisville,
    lexington, birmingham, mobile, jackson, little rock, baton rouge, shreveport, el paso, lubbock, amarillo, wichita,
    topeka, des moines, cedar rapids, madison, green bay, grand rapids, lansing, toledo, akron, dayton, buffalo,
    rochester, syracuse, albany, hartford, providence, manchester, burlington, san diego, san jose, san francisco,
    los angeles, long beach, bakersfield, stockton, las vegas, salt lake city, provo, denver, boulder,
    colorado springs,
    santa fe, flagstaff, scottsdale, mesa, billings, missoula, fargo, sioux falls, anchorage, honolulu, regina,
    saskatoon, victoria, kelowna, quebec, quebec city, moncton, st johns, guadalajara, monterrey, puebla, tijuana,
    cancun, bogota, medellin, cali, lima, arequipa, quito, guayaquil, santiago, valparaiso, buenos aires, cordoba,
    rosario, mendoza, montevideo, asuncion, sao paulo, rio, brasilia, curitiba, recife, fukuoka, sapporo, kobe, kyoto,
    yokohama, incheon, daegu, kaohsiung, taichung, tainan, hsinchu, gold coast, cairns, townsville, wollongong,
    ballarat, bendigo, launceston, tauranga, rotorua, napier, queenstown,
    manila, cebu, jakarta, surabaya, bandung, bangkok, phuket, hanoi, saigon, penang, johor, ipoh, kuching, melaka,
    mumbai, delhi, pune, bangalore, bengaluru, chennai, hyderabad, kolkata, ahmedabad, gurgaon, noida, jaipur, surat,
    karachi, lahore, dhaka, colombo, dubai, sharjah, doha, riyadh, jeddah, muscat, kuwait, bahrain, cairo, nairobi,
    mombasa, lagos, abuja, accra, johannesburg, durban, perth, adelaide, brisbane, melbourne, canberra, darwin,
    hobart, geelong, auckland, wellington, christchurch, hamilton, dunedin, osaka, nagoya, seoul, busan, taipei,
    macau, dublin, cork, galway, limerick, belfast, glasgow, edinburgh, aberdeen, cardiff, swansea, newport,
    liverpool, sheffield, nottingham, leicester, coventry, derby, norwich, oxford, cambridge, brighton, plymouth,
    exeter, bath, swindon, luton, slough, croydon, didcot, telford, hull, york, bradford, sunderland, carlisle,
    preston, bolton, stoke, peterborough, ipswich, colchester, northampton, toronto, montreal, vancouver, calgary,
    edmonton, ottawa, winnipeg, halifax, philadelphia, phoenix, portland, austin, tampa, orlando, detroit,
    cleveland, columbus, cincinnati, pittsburgh, baltimore, charlotte, raleigh, nashville, memphis, milwaukee,
    minneapolis, omaha, tulsa, tucson, albuquerque, sacramento, oakland, fresno, anaheim, reno, boise, spokane,
    tacoma, hamburg, frankfurt, cologne, stuttgart, leipzig, dresden, vienna, graz, zurich, geneva, basel, bern,
    lyon, marseille, toulouse, lille, madrid, barcelona, valencia, seville, bilbao, lisbon, porto, milan, turin,
    rome, naples, amsterdam, rotterdam, antwerp, brussels, ghent, copenhagen, aarhus, oslo, bergen, stockholm,
    gothenburg, malmo, helsinki, tampere, warsaw, krakow, wroclaw, prague, brno, budapest, bucharest, sofia, athens,
    istanbul, ankara, izmir, ningbo, suzhou, wuxi, chengdu, chongqing, wuhan, tianjin, qingdao, xiamen, hangzhou,
    nanjing, dongguan, foshan, dalian, jurong, tuas, changi, woodlands, loyang, subang, shah, klang, puchong
"""
