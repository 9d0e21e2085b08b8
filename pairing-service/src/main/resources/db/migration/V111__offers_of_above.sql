-- Offers for a whole county, city or the region reach households of its villages: who sees the household may see what it got.
select see_above('social_offer', 'division');
